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

describe('A request', () => {
  const REPORT = { favourable: true, report: 'R' };
  const asking = (pieces: readonly string[], more: object = {}) =>
    prepared().does('request-grant', { ...GRANT, pieces, ...more });
  const ALL = GRANT.pieces;

  it('that lacks pieces is instructed once they were demanded, given or not', async () => {
    const dossier = asking(ALL.slice(2));
    expect(dossier.reasons('report-instruction', REPORT)).toEqual([
      {
        code: 'pieces-missing',
        source: `CRPA art. L114-5 ; ${dossier.rules.reglement.label}`,
        ...{ liftedBy: 'demand-pieces', absolute: true },
      },
    ]);
    dossier.does('demand-pieces', { pieces: ALL.slice(0, 2) });
    expect(dossier.refusals('report-instruction', REPORT)).toEqual(['wrong-state']);
    await dossier.on('2026-06-01').settlesSilences();
    expect(dossier.refusals('report-instruction', REPORT)).toEqual([]);
  });

  it('keeps the pieces joined, and those delivered since', () => {
    const dossier = asking(ALL.slice(1)).does('demand-pieces', { pieces: ['statutes'] });
    const received = () => dossier.state.awards[dossier.award.award]?.pieces;
    expect(received()).toEqual(ALL.slice(1));
    dossier.does('deliver-pieces', { pieces: ['statutes'] });
    expect(received()).toEqual([...ALL.slice(1), 'statutes']);
  });

  it('is not asked for what another administration holds', () => {
    const dossier = asking(ALL.slice(1), { knownPieces: ['statutes'] });
    expect(dossier.refusals('report-instruction', REPORT)).toEqual([]);
    expect(dossier.reasons('demand-pieces', { pieces: ['statutes'] })).toEqual([
      { code: 'piece-known-elsewhere', source: 'CRPA art. L113-13 et L114-8', pointer: '/pieces' },
    ]);
  });

  it('names among what others hold no piece that the règlement does not know, nor a receipt after that of the Région', () => {
    const refused = (more: object) => prepared().reasons('request-grant', { ...GRANT, ...more });
    expect(refused({ knownPieces: ['payslips'] })).toEqual([{ code: 'unknown-piece', pointer: '/knownPieces' }]);
    expect(refused({ receivedElsewhereOn: '2026-02-03' })).toEqual([
      { code: 'date-order', source: 'CRPA art. L114-3', pointer: '/receivedElsewhereOn' },
    ]);
    expect(refused({ receivedElsewhereOn: '2026-02-02' })).toEqual([]);
  });
});
