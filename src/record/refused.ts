import type { SubjectKind } from '../domain/dossier/subject.js';
import type { Refusal } from '../domain/kernel/refusal.js';

/** An act that the rules refuse: each reason with its source and what lifts it. Nothing was written. */
export class RefusedError extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(refusal => refusal.code).join(', '));
    this.name = 'RefusedError';
  }
}

/** There is no such dossier, or not for who asks. */
export class UnknownDossierError extends Error {
  constructor(message = "Ce dossier n'existe pas.") {
    super(message);
    this.name = 'UnknownDossierError';
  }
}

const UNKNOWN: Readonly<Record<SubjectKind, readonly [code: string, detail: string]>> = {
  pole: ['not-found', "Ce pôle n'existe pas."],
  award: ['not-found', "Cette attribution n'existe pas."],
  instalment: ['not-found', "Ce versement n'existe pas."],
  report: ['year-not-funded', "Cet exercice n'est pas financé, ou n'est pas ouvert : aucun compte n'en est attendu."],
  post: ['not-found', "Ce poste n'existe pas."],
  contribution: ['not-found', "Cette contribution n'existe pas."],
  obligation: ['not-found', "Cette échéance n'existe pas."],
};

/** The dossier has not what the act bears on: a year that is not funded, a post that was never opened. */
export class UnknownSubjectError extends Error {
  readonly code: string;

  constructor(kind: SubjectKind) {
    const [code, detail] = UNKNOWN[kind];
    super(detail);
    this.code = code;
    this.name = 'UnknownSubjectError';
  }
}

/** The journal of the dossier was altered: it is read, but receives no act until it is whole again. */
export class QuarantinedError extends Error {
  constructor(readonly reason: string) {
    super(
      `Ce dossier est mis de côté : son journal a été altéré (${reason}). Il se lit, mais ne reçoit aucun acte ; une fois le journal rétabli depuis une sauvegarde, « npm run verify-journal » le rend aux actes.`,
    );
    this.name = 'SetAsideError';
  }
}

/** What was decided since the version that the person had read. */
export interface DecidedMeanwhile {
  readonly label: string;
  readonly by: string;
  readonly role: string;
  readonly recordedAt: string;
}

/** The dossier has moved since the version that the person had read. */
export class StaleVersionError extends Error {
  constructor(
    readonly version: number,
    readonly meanwhile: readonly DecidedMeanwhile[],
  ) {
    super(`Le dossier en est à la version ${version}.`);
    this.name = 'StaleVersionError';
  }
}

/** The idempotency key was already used for something else. */
export class KeyReusedError extends Error {
  constructor() {
    super('Cette clé a déjà servi à une autre demande.');
    this.name = 'KeyReusedError';
  }
}
