import { describe, expect, it } from '@jest/globals';
import { type DossierBuilder, GRANT, prepared, requested } from '../../builders/dossier.js';

const ASKED =
  "statuts à jour, liste des personnes chargées de l'administration, budget prévisionnel de l'action, " +
  "comptes approuvés du dernier exercice, rapport d'activité du dernier exercice, relevé d'identité bancaire";

/** The sentences with which an act is refused. */
function sentences(dossier: DossierBuilder, act: string, payload: object): readonly string[] {
  const decision = dossier.attempt(act, payload);
  return 'refusals' in decision ? decision.refusals.map(({ message }) => message) : [];
}

describe('A refusal names in French', () => {
  it('the pieces that the règlement does not ask for, and those that it asks for', () => {
    expect(sentences(prepared(), 'request-grant', { ...GRANT, pieces: ['study-brief', 'payslips'] })).toEqual([
      `Pièces que le règlement ne demande pas : cahier des charges de l'étude, payslips. Il demande : ${ASKED}.`,
    ]);
  });

  it('no piece that only the language knows', () => {
    const [sentence] = sentences(prepared(), 'request-grant', { ...GRANT, pieces: ['constructor'] });
    expect(sentence).toMatch(/^Pièces que le règlement ne demande pas : constructor\. /);
  });

  it('the pieces that may be demanded', () => {
    expect(sentences(requested(), 'demand-pieces', { pieces: [] })).toEqual([
      `Seules des pièces requises par le règlement peuvent être demandées : ${ASKED}.`,
    ]);
  });

  it('the pieces that are missing', () => {
    const demanded = requested().does('demand-pieces', { pieces: ['statutes', 'officers'] });
    expect(sentences(demanded, 'deliver-pieces', { pieces: ['bank-details'] })).toEqual([
      "Ces pièces ne sont pas parmi celles qui manquent : statuts à jour, liste des personnes chargées de l'administration.",
    ]);
  });
});
