import { expect, it } from '@jest/globals';
import { obligationsNamed } from '../../src/domain/dossier/naming.js';
import { sentenceOf } from '../../src/domain/dossier/sentences/sentence.js';
import { addDays } from '../../src/domain/kernel/civil-date.js';
import { BEARER, CARRIER, type DossierBuilder } from '../builders/dossier.js';
import { amended, running } from '../builders/whole-life-dossiers.js';

const NAMES = {
  bodies: new Map([
    [CARRIER, 'Les Amarres'],
    [BEARER, 'L’Atelier'],
  ]),
  pays: new Map([['02', 'Dinan Agglomération']]),
};

function saidOf({ events, state }: DossierBuilder, type: string, change: object = {}): string {
  const event = events.findLast(candidate => candidate.type === type);
  if (!event) throw new Error(`Aucun événement ${type}`);
  return sentenceOf({ ...event, ...change }, state, { owed: obligationsNamed(events), names: NAMES });
}

it('names the body that carried the convention on the day, whoever carries it since', () => {
  const dossier = running();
  dossier.on(addDays(dossier.today, 30));
  const taken = amended(dossier, { carrier: { name: 'L’Atelier', siret: BEARER } });
  const first = taken.events.find(({ type }) => type === 'convention-signed');
  expect(saidOf(taken, 'convention-signed', { ...first })).toBe(
    'Le 2 février 2026, Les Amarres a signé la convention.',
  );
  expect(saidOf(taken, 'carrier-transferred')).toContain('L’Atelier, après Les Amarres');
});

it('names a pays that is not called one, and says a day as well as it is known', () => {
  const month = { precision: 'month' };
  expect(saidOf(running(), 'opinion-given', month)).toBe(
    'En février 2026, le Conseil de développement de Dinan Agglomération a rendu un avis favorable.',
  );
});

it('tells by its label what bears on something that is held no more', () => {
  const { events, ...dossier } = running();
  const [line] = events.filter(({ type }) => type === 'grant-notified');
  if (!line) throw new Error('Aucune notification');
  const gone = { ...line, data: { ...line.data, award: 'none' } } as typeof line;
  const state = new Object({ ...dossier, awards: {}, instalments: {}, contributions: {}, obligations: {} });
  expect(sentenceOf(gone, state as DossierBuilder['state'], { owed: new Map(), names: NAMES })).toMatch(
    /^Le 2 février 2026 : .+\.$/,
  );
});
