import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cents } from '../../src/domain/kernel/cents.js';
import { readDossier } from '../../src/record/dossiers.js';
import { lookAtGrantsMoved } from '../../src/record/grants-moved.js';
import { readEvents } from '../../src/record/journal/journal.js';
import { verifyHouse } from '../../src/record/upkeep/verify.js';
import { declareAwaited } from '../builders/declare-awaited.js';
import { belowThreshold, GOOD_VOTE, GRANT, prepared, someone, studyGranted } from '../builders/dossier.js';
import { recordedAct } from '../builders/recorded-acts.js';
import { carryOut } from '../builders/replay-on-real-house.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;
let first: string;

beforeAll(async () => {
  house = await bareHouse();
  first = await carryOut(house, belowThreshold(2_000_000));
});

afterAll(() => house.close());

const timesNoted = async (poleId: string) =>
  (await readEvents(house.source.manager, poleId)).filter(({ type }) => type === 'convention-became-required').length;

describe('two grants of one body voted at the same instant, blind to each other or not', () => {
  /** A grant of 2 000 € a year for three years, to be voted by someone. */
  const onAgenda = async (): Promise<string> => {
    const dossier = prepared().does('request-grant', { ...GRANT, amount: cents(600_000) });
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    return carryOut(
      house,
      dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Texte' }),
    );
  };

  const does = async (poleId: string, rank: number, act: string, payload: object = {}) => {
    const { state } = await readDossier(house.source.manager, poleId);
    const award = Object.keys(state.awards)[0] ?? '';
    const actor = someone('instructor', `instructrice-${rank}`);
    return recordedAct(house, { act, payload, poleId, actor, subject: { award } });
  };

  it('call for a convention by their votes, or once in force, noted once, as the grant that was made before them', async () => {
    const poles = [await onAgenda(), await onAgenda()];
    const everywhere = (act: string, payload: (rank: number) => object = () => ({})) =>
      Promise.all(poles.map((pole, rank) => does(pole, rank, act, payload(rank))));
    await everywhere('record-vote', rank => ({ ...GOOD_VOTE, number: `28_${rank}`, amount: cents(600_000) }));
    await everywhere('transmit-deliberation', () => ({ receipt: 'R' }));
    await everywhere('notify-grant');
    for (const pole of [first, ...poles]) {
      await declareAwaited(house, pole);
      const { state } = await readDossier(house.source.manager, pole);
      const isRequired = Object.values(state.awards).some(({ vote }) => vote?.conventionRequired);
      expect(await timesNoted(pole)).toBe(isRequired ? 0 : 1);
    }
    expect(await house.source.query('SELECT FROM grants_moved')).toEqual([]);
    expect(await verifyHouse(house.source, house.book)).toEqual([]);
  });
});

describe('a dossier that is to be looked at again', () => {
  const waiting = () => house.source.query<object[]>('SELECT pole_id FROM grants_moved');
  const isToBeLookedAt = () => house.source.query('INSERT INTO grants_moved (pole_id) VALUES ($1)', [first]);

  it('is left to the sweep by an act that moves what another body is granted', async () => {
    await isToBeLookedAt();
    await carryOut(house, studyGranted());
    expect(await waiting()).toEqual([{ pole_id: first }]);
    await lookAtGrantsMoved(house.context);
    expect(await waiting()).toEqual([]);
  });

  it('is looked at by an act that moves what its own body is granted', async () => {
    await isToBeLookedAt();
    await carryOut(house, belowThreshold(100_000));
    expect(await waiting()).toEqual([]);
  });
});
