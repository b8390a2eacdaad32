import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { type DossierBuilder, GRANT, inForce, prepared } from '../builders/dossier.js';
import { carried } from '../builders/whole-life-dossiers.js';

const kinds = async (dossier: DossierBuilder, kind: string) =>
  (await dossier.awaits()).filter(awaitedKind => awaitedKind === kind).length;
const on = (post: number) => ({ on: { post } });

describe('the posts of chargé·e de mission', () => {
  it('are awaited from the convention in force: the first is to be opened, the others are not', async () => {
    const dossier = inForce();
    expect(await kinds(dossier, 'post-opening')).toBe(1);
    dossier.does('open-post', { share: 60 });
    expect(await kinds(dossier, 'post-opening')).toBe(0);
  });

  it('each keep the share of full time for which they were opened, and that which was hired', () => {
    const dossier = inForce().does('open-post', { share: 50 }).does('open-post', { share: 80 });
    dossier.does('fill-post', { share: 70 }, on(2));
    expect(dossier.state.posts).toMatchObject({
      1: { share: 50, status: 'vacant' },
      2: { share: 80, held: [{ share: 70 }] },
    });
  });

  it('may be opened and filled before the convention: nothing is owed of them then', async () => {
    const dossier = prepared().does('open-post', { share: 100 });
    expect(await kinds(dossier, 'hiring')).toBe(0);
    dossier.does('fill-post', { share: 100 }).does('request-grant', GRANT);
    const awaited = await carried(dossier).awaits();
    expect(awaited).not.toContain('post-opening');
    expect(awaited).not.toContain('hiring');
  });

  it('opened before the convention are to be filled four months after it', async () => {
    const dossier = prepared('2026-02-02').does('open-post', { share: 100 }).does('request-grant', GRANT);
    carried(dossier.on('2026-03-02'));
    expect(await kinds(dossier, 'hiring')).toBe(1);
    expect(dueOf('hiring/1/1', dossier.state, dossier.rules)?.on).toBe('2026-07-02');
  });

  it('vacant, are owed to be filled again from the vacancy; the vacancy itself is never owed', async () => {
    const dossier = inForce().does('open-post', { share: 100 }).does('fill-post', { share: 100 });
    expect(await kinds(dossier, 'vacancy')).toBe(0);
    dossier.on('2026-05-04').does('vacate-post');
    expect(await kinds(dossier, 'hiring')).toBe(1);
    expect(dueOf('hiring/1/2', dossier.state, dossier.rules)?.on).toBe('2026-09-04');
    dossier.on('2026-06-01').does('fill-post', { share: 80 });
    expect(await kinds(dossier, 'hiring')).toBe(0);
    expect(dossier.state.posts['1']?.held).toEqual([
      { from: '2026-02-02', to: '2026-05-04', share: 100 },
      { from: '2026-06-01', to: null, share: 80 },
    ]);
  });

  it('suppressed, are owed no more and change no more', async () => {
    const dossier = inForce().does('open-post', { share: 100 }).does('open-post', { share: 50 });
    expect(await kinds(dossier, 'hiring')).toBe(2);
    dossier.does('end-post', {}, on(2));
    expect(await kinds(dossier, 'hiring')).toBe(1);
    expect(dossier.refusals('fill-post', { share: 50 }, on(2))).toEqual(['wrong-state']);
    expect(dossier.refusals('end-post', {}, on(2))).toEqual(['wrong-state']);
  });

  it('are held once, left once, and in the order of their days', () => {
    const dossier = inForce('2026-03-02').on('2026-06-01').does('open-post', { share: 100 }, { date: '2026-04-01' });
    expect(dossier.refusals('vacate-post')).toEqual(['wrong-state']);
    expect(dossier.refusals('fill-post', { share: 100 }, { date: '2026-03-31' })).toEqual(['date-order']);
    dossier.does('fill-post', { share: 100 }, { date: '2026-04-02' });
    expect(dossier.refusals('fill-post', { share: 100 })).toEqual(['wrong-state']);
    expect(dossier.refusals('vacate-post', {}, { date: '2026-04-01' })).toEqual(['date-order']);
  });
});
