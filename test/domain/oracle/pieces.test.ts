import { describe, expect, it } from '@jest/globals';
import { missingPieces } from '../../../src/domain/award/pieces.js';
import { GRANT, prepared, type DossierBuilder } from '../../builders/dossier.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly required: readonly string[];
  readonly received: readonly string[];
  readonly knownElsewhere?: readonly string[];
}

interface Expected {
  readonly missing: readonly string[];
  readonly mayInstruct: boolean;
}

const CASES = casesOf<Given, Expected>('pieces');

/** A request made as the case says, but for what the règlement does not know, which the house refuses. */
function asked({ required, received, knownElsewhere = [] }: Given): DossierBuilder {
  const pieces = received.filter(piece => required.includes(piece));
  return prepared().does('request-grant', { ...GRANT, pieces, knownPieces: knownElsewhere });
}

describe('the pieces that a request lacks, as worked by hand from the texts', () => {
  it.each(CASES.map(({ id, title, given, expected }) => [id, title, given, expected] as const))(
    '%s: %s',
    (_id, _title, given, { missing, mayInstruct }) => {
      const dossier = asked(given);
      const { [dossier.award.award]: award } = dossier.state.awards;
      const { reglement } = dossier.rules;
      expect([...(reglement.pieces['grant-request'] ?? [])].sort()).toEqual([...given.required].sort());
      if (!award) throw new Error('Aucune demande');
      const received = { ...award, pieces: given.received };
      expect([...missingPieces(received, reglement)].sort()).toEqual(missing);
      expect(dossier.refusals('report-instruction', { favourable: true, report: 'R' })).toEqual(
        mayInstruct ? [] : ['pieces-missing'],
      );
    },
  );
});
