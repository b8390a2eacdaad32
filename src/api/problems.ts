import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemAnswer } from './answers/fault.js';

const PROBLEMS = {
  400: 'Demande illisible : JSON, identifiant ou en-tête mal formé',
  401: 'Identification requise',
  403: 'Rôle ou périmètre',
  404: 'Introuvable, ou hors de votre périmètre',
  409: "Ce n'est pas ouvert : état ou blocage, avec sa source et ce qui le lève",
  412: 'Le dossier a changé depuis la version lue',
  413: 'Demande trop grande',
  415: 'Contenu qui n’est pas du JSON',
  422: 'Champs à corriger, ou clé déjà utilisée',
  429: 'Trop de demandes en peu de temps',
  503: 'La base, le moteur ou le fournisseur d’identité ne répond pas',
} as const;

export type ProblemStatus = keyof typeof PROBLEMS;

/** Declares the problems that a route may answer, as RFC 9457 has them. */
export function Problems(...statuses: readonly ProblemStatus[]): MethodDecorator & ClassDecorator {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemAnswer) } } };
  return applyDecorators(
    ApiExtraModels(ProblemAnswer),
    ...statuses.map(status => ApiResponse({ status, description: PROBLEMS[status], content })),
  );
}
