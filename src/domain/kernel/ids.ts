import type { Brand } from './brand.js';
import { DomainError } from './domain-error.js';

export type PoleId = Brand<string, 'PoleId'>;
export type AwardId = Brand<string, 'AwardId'>;
export type EventId = Brand<string, 'EventId'>;
export type ObligationId = Brand<string, 'ObligationId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

const parser =
  <Id extends string>(what: string) =>
  (text: string): Id => {
    if (!isUuid(text)) throw new DomainError('id-malformed', `L'identifiant ${what} est mal formé.`);
    return text as Id;
  };

export const poleId = parser<PoleId>('de pôle');
export const awardId = parser<AwardId>("d'attribution");
export const obligationId = parser<ObligationId>("d'échéance");
