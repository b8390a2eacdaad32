import { expect, it } from '@jest/globals';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { plainPersona } from '../../src/simulation/persona.js';
import type { ResponderContext } from '../../src/simulation/responder-context.js';
import { enterAgenda, recordVote } from '../../src/simulation/vote-responders.js';
import { GRANT, instructed } from '../builders/dossier.js';

/** A vote of the simulation, in the session of a fortnight after a day, on a dossier in memory. */
function votedFrom(day: string) {
  const dossier = instructed(day);
  const { award: id } = dossier.award;
  const about = (agenda: object | null) =>
    ({
      ...{ persona: plainPersona(1, 'Pôle fictif', '02'), today: dossier.today, instance: `${id}/1` },
      ...{ kind: 'vote', parts: { award: id, round: 1 } },
      pole: {
        id: dossier.id,
        awards: [{ id, kind: 'convention', status: 'instructed', requested: '105000.00', agenda }],
      },
    }) as unknown as ResponderContext;
  dossier.does('enter-agenda', enterAgenda(about(null)).body);
  const { agenda } = dossier.state.awards[id] ?? {};
  const { date: _date, ...payload } = (recordVote(about(agenda ?? null))?.body ?? {}) as Record<string, unknown>;
  dossier.on(addDays(civilDate(day), 14)).does('record-vote', { ...payload, amount: cents(GRANT.amount) });
  return dossier.state.awards[id]?.vote;
}

it('the simulation votes in every form, each of them lawful', () => {
  const votes = Array.from({ length: 7 }, (_, rank) => votedFrom(addDays(civilDate('2026-03-02'), rank)));
  expect(new Set(votes.map(vote => vote?.organ))).toEqual(new Set(['assembly', 'permanent-commission']));
  expect(votes.some(vote => vote?.castingVote === 'for' && vote.votesFor === vote.votesAgainst)).toBe(true);
  expect(votes.some(vote => vote?.firstMeetingOn)).toBe(true);
  expect(votes.some(vote => vote?.aside.length)).toBe(true);
  expect(votes.some(vote => vote?.unanimous && vote.voters === null)).toBe(true);
  expect(votes.some(vote => vote?.delegation)).toBe(true);
});
