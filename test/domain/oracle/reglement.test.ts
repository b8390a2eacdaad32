import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../../src/domain/award/ruled.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Reglement } from '../../../src/domain/reglement/reglement.js';
import { because, DossierBuilder, GRANT, NOTE, CARRIER } from '../../builders/dossier.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly reglements: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string | null;
    readonly ceilingCents: number;
  }[];
  readonly requestedOn: string;
  readonly declaredOn?: string;
  readonly yearlyCents: number;
}

interface Expected {
  readonly reglement: string;
  readonly withinCeiling: boolean;
}

const CASES = casesOf<Given, Expected>('reglement');

/** A pôle declared on a day, prepared, then asked for in one exercise on another. */
function asking({ requestedOn, declaredOn = requestedOn, yearlyCents }: Given) {
  const dossier = new DossierBuilder(declaredOn)
    .does('declare-initiative', {
      ...{ paysCodes: ['02'], initiator: 'ess-actors', groupName: 'Groupe', groupSiret: CARRIER },
    })
    .does('form-local-group', { structures: 12 })
    .does('designate-council', { councilName: 'Conseil' })
    .does('skip-study', because)
    .does('give-opinion', { outcome: 'favourable' })
    .does('hold-cress-meeting', { participants: 5 })
    .does('write-legitimation-note', NOTE)
    .on(requestedOn);
  const startsOn = addDays(civilDate(requestedOn), 90);
  const amount = cents(yearlyCents);
  return { dossier, request: { ...GRANT, years: 1, startsOn, amount, budget: amount } };
}

const shortId = ({ id }: Reglement) => id.replace('poles-ess-', '');

describe('the règlement that rules a request, as worked by hand from the texts', () => {
  it.each(CASES.map(({ id, title, given, expected }) => [id, title, given, expected] as const))(
    '%s: %s',
    (_id, _title, given, expected) => {
      const { dossier, request } = asking(given);
      expect(given.reglements.map(({ id, ceilingCents }) => [id, ceilingCents])).toEqual(
        dossier.rules.versions.map(version => [shortId(version), version.yearlyCeiling]),
      );
      expect(dossier.refusals('request-grant', request)).toEqual(
        expected.withinCeiling ? [] : ['amount-above-ceiling'],
      );
      dossier.does('request-grant', { ...request, amount: cents(2_000_000) });
      const award = dossier.state.awards[dossier.award.award];
      expect(shortId(rulesOf(dossier.rules, award).reglement)).toBe(expected.reglement);
    },
  );
});
