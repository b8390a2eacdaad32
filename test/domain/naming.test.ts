import { describe, expect, it } from '@jest/globals';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { ACT_NAMES, OBLIGATION_ACT_NAMES } from '../../src/domain/dossier/act-names.js';
import { EXPECTATIONS } from '../../src/domain/dossier/expectations.js';
import type { AnyExpectation } from '../../src/domain/dossier/expectation.js';
import {
  actLabel,
  eventLabel,
  obligationLabel,
  obligationNoun,
  obligationsNamed,
} from '../../src/domain/dossier/naming.js';
import { objectOfObligation } from '../../src/domain/dossier/naming.js';
import { OBLIGATION_NAMES } from '../../src/domain/dossier/obligation-names.js';
import { subjectKey } from '../../src/domain/dossier/subject.js';
import { agreed, au, du, le, noun } from '../../src/domain/kernel/french.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import type { DossierBuilder } from '../builders/dossier.js';
import { InMemoryDossier } from '../builders/in-memory-dossier.js';
import {
  amended,
  convention,
  firstYearOver,
  lastYearOver,
  reports,
  secondAdvanceClaimed,
  withExcess,
} from '../builders/whole-life-dossiers.js';

const LIVES: Readonly<Record<string, () => DossierBuilder>> = {
  'first year over': firstYearOver,
  'second advance claimed': secondAdvanceClaimed,
  'first year accounted for': () => reports(firstYearOver(), 1),
  'last year over': lastYearOver,
  'an excess to give back': withExcess,
};

describe('a French noun', () => {
  it('has the article of its gender, its number and its first letter', () => {
    expect([le, du, au].map(article => article(noun('fs', 'étude')))).toEqual(['l’étude', 'de l’étude', 'à l’étude']);
    expect([le, du, au].map(article => article(noun('ms', 'solde')))).toEqual(['le solde', 'du solde', 'au solde']);
    expect([le, du, au].map(article => article(noun('mp', 'avis')))).toEqual(['les avis', 'des avis', 'aux avis']);
    expect(le(noun('ms', '1er versement'))).toBe('le 1er versement');
  });

  it('rules the agreement of what is said of it', () => {
    const agreements = (['ms', 'fs', 'mp', 'fp'] as const).map(agreement => agreed('attendu', noun(agreement, 'x')));
    expect(agreements).toEqual(['attendu', 'attendue', 'attendus', 'attendues']);
  });
});

describe('what is owed', () => {
  const dossier = firstYearOver();
  const { id } = convention(dossier);
  const { state } = dossier;

  it('is named with its exercise', () => {
    expect(obligationLabel({ kind: 'indicators', instance: `${id}/1/1` }, state)).toMatch(
      /^Indicateurs de l’exercice 1 \(\d.* – \d.*\)$/,
    );
    expect(obligationNoun({ kind: 'indicators', instance: `${id}/1/1` }, state, 'short').text).toMatch(
      /^indicateurs \d{4}(-\d{4})?$/,
    );
  });

  it('is named with its instalment, and says its amount', () => {
    const owed = { kind: 'instalment-claim', instance: `${id}/1/2` };
    expect(obligationNoun(owed, state, 'plain').text).toBe('demande du solde de l’exercice 1');
    expect(objectOfObligation(owed, state)?.instalment).toMatchObject({ number: 2, kind: 'balance' });
  });

  it('is named by its kind once the dossier holds its object no more', () => {
    expect(obligationLabel({ kind: 'vote', instance: 'unknown/1' }, state)).toBe('Vote de la subvention');
    expect(obligationLabel({ kind: 'of-another-story', instance: '1' }, state)).toContain('Étape d’un autre récit');
  });

  it('has a name for every kind that is owed', () => {
    const owed = Object.entries<AnyExpectation>(EXPECTATIONS).filter(([, { nature }]) => nature === 'owed');
    expect(owed.map(([kind]) => kind).filter(kind => !(kind in OBLIGATION_NAMES))).toEqual([]);
  });
});

describe('an act', () => {
  it('says what it bears on, whatever it bears on beside the pôle', () => {
    const onParts = ACTS.filter(({ subject }) => subject !== 'pole').map(({ name }) => name);
    expect(onParts.filter(name => !(name in ACT_NAMES) && !(name in OBLIGATION_ACT_NAMES))).toEqual([]);
  });

  it('is named for no act that does not exist', () => {
    const names = new Set(ACTS.map(({ name }) => name));
    expect([...Object.keys(ACT_NAMES), ...Object.keys(OBLIGATION_ACT_NAMES)].filter(name => !names.has(name))).toEqual(
      [],
    );
  });

  it('accepts the reports of an exercise under four names', () => {
    const dossier = firstYearOver();
    const { id } = convention(dossier);
    const accept = ACTS.find(({ name }) => name === 'accept-report');
    if (!accept) throw new Error('Aucun acte');
    const label = actLabel(accept, { kind: 'report', award: id, year: 1, report: 'indicators' }, dossier.state);
    expect(label).toMatch(/^Accepter les indicateurs de l’exercice 1 \(/);
  });
});

describe.each(Object.entries(LIVES))('in a whole life: %s', (_life, live) => {
  it('no two open acts have the same name and do different things, no two things owed the same name', async () => {
    const dossier = await new InMemoryDossier(live()).declares();
    const { state } = dossier;
    const offered = new Map<string, Set<string>>();
    for (const { act, subject } of dossier.openActs()) {
      const label = actLabel(act, subject, state);
      offered.set(label, (offered.get(label) ?? new Set()).add(`${act.path} ${subjectKey(subject)}`));
    }
    expect([...offered].filter(([, does]) => does.size > 1).map(([label]) => label)).toEqual([]);
    const owed = openObligations(state).map(obligation => obligationLabel(obligation, state));
    expect(owed.filter((label, at) => owed.indexOf(label) !== at)).toEqual([]);
    expect(owed.length).toBeGreaterThan(0);
  });

  it('every line of its journal about something owed names it', async () => {
    const dossier = await new InMemoryDossier(live()).declares();
    const named = obligationsNamed(dossier.journal);
    const lines = dossier.journal.filter(({ data }) => 'obligation' in data);
    for (const line of lines) expect(eventLabel(line, dossier.state, named)).toMatch(/ : [^ ].*/);
    expect(lines.length).toBeGreaterThan(0);
  });
});

describe('a second amendment', () => {
  it('is told from the first', () => {
    const dossier = amended(amended(firstYearOver(), { amount: cents(2_800_000) }), { amount: cents(2_700_000) });
    const { award = '' } = dossier.award;
    expect(obligationLabel({ kind: 'carrier-signature', instance: award }, dossier.state)).toBe(
      'Signature de l’avenant n° 2 par la structure porteuse',
    );
  });
});
