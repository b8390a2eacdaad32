import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KnownDeliberation } from '../../../src/domain/award/same-deliberation.js';
import { quorumFault } from '../../../src/domain/award/quorum.js';
import { voteAlerts } from '../../../src/domain/award/vote.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Refusal } from '../../../src/domain/kernel/refusal.js';
import {
  type DossierBuilder,
  GRANT,
  instructed,
  onAgenda,
  requested,
  signature,
  voted,
} from '../../builders/dossier.js';
import { aside, UNTOLD } from '../../builders/votes.js';

const SESSION = '2026-06-29';
const DECIDED = { outcome: 'adopted', number: '26_0629_01', amount: cents(GRANT.amount) };
const DELEGATION = { number: '21_DAJCP_06', on: civilDate('2021-07-02') };

/** A request entered for a session, on the day of the session. */
function inSession(organ = 'assembly'): DossierBuilder {
  const dossier = instructed('2026-06-01');
  return dossier.does('enter-agenda', { organ, sessionOn: civilDate(SESSION), text: 'Convention' }).on(SESSION);
}

function refused(dossier: DossierBuilder, act: string, payload: object, options: object = {}): readonly Refusal[] {
  const decision = dossier.attempt(act, payload, options);
  return 'refusals' in decision ? decision.refusals : [];
}

const voteOf = (dossier: DossierBuilder) => dossier.state.awards[dossier.award.award]?.vote ?? null;
const alertsOf = (dossier: DossierBuilder) => voteAlerts(voteOf(dossier), dossier.rules).map(({ code }) => code);

describe('the agenda names who decides', () => {
  it('never the president, whose order grants nothing', () => {
    const entry = { organ: 'president', sessionOn: civilDate(SESSION), text: 'T' };
    expect(refused(instructed('2026-06-01'), 'enter-agenda', entry)).toMatchObject([
      { code: 'president-grants-nothing', pointer: '/organ', source: expect.stringContaining('CGCT art. L4221-5') },
    ]);
  });

  it('and is entered again when the request goes to another session, whose vote it then is', async () => {
    const dossier = inSession();
    const later = { organ: 'permanent-commission', sessionOn: civilDate('2026-07-06'), text: 'Convention' };
    dossier.does('enter-agenda', later).on('2026-07-06');
    expect(refused(dossier, 'record-vote', DECIDED, { date: SESSION })).toMatchObject([{ code: 'other-session' }]);
    expect(await dossier.awaits()).toContain('vote');
    dossier.does('record-vote', DECIDED);
    expect(voteOf(dossier)).toMatchObject({ organ: 'permanent-commission', sessionOn: '2026-07-06', on: '2026-07-06' });
  });
});

describe('the session entered is the session voted in', () => {
  it.each(['2026-06-28', '2026-06-30'])('a vote of %s is refused, and says how to correct it', date => {
    const dossier = inSession().on('2026-07-01');
    expect(refused(dossier, 'record-vote', DECIDED, { date })).toMatchObject([
      {
        code: 'other-session',
        pointer: '/date',
        liftedBy: 'enter-agenda',
        message: expect.stringContaining('29 juin 2026'),
      },
    ]);
    expect(refused(dossier, 'record-vote', DECIDED, { date: SESSION })).toEqual([]);
  });

  it('an agenda of before, which does not say who decides, is entered again', () => {
    const dossier = inSession();
    dossier.events = dossier.events.map(event =>
      event.type === 'agenda-entered' ? { ...event, data: { ...event.data, organ: null } } : event,
    );
    expect(refused(dossier, 'record-vote', DECIDED)).toMatchObject([
      { code: 'organ-unknown', liftedBy: 'enter-agenda' },
    ]);
  });
});

describe('a quorum that is not met', () => {
  it('is refused with its article, its figures and the second meeting', () => {
    const figures = { members: 83, present: 41, represented: 20, votesFor: 50, votesAgainst: 5, abstentions: 6 };
    const [refusal] = refused(inSession(), 'record-vote', { ...DECIDED, ...figures });
    expect(refusal).toMatchObject({ code: 'quorum-not-met', pointer: '/present', liftedBy: 'enter-agenda' });
    expect(refusal?.source).toContain('CGCT art. L4132-13 :');
    expect(refusal?.message).toBe(
      'Le quorum n’est pas atteint : 41 membres présents sur 83 en exercice, il en faut 42. Une seconde réunion se tient trois jours plus tard, sans condition de quorum : le 2 juillet 2026. Inscrivez la demande à son ordre du jour.',
    );
  });

  it('leaves nothing, and the item goes to the second meeting, which decides whatever the number', () => {
    const dossier = inSession();
    const few = { ...DECIDED, members: 83, present: 9, unanimous: true };
    const before = dossier.events.length;
    expect(dossier.refusals('record-vote', few)).toEqual(['quorum-not-met']);
    expect(dossier.events).toHaveLength(before);
    const second = civilDate('2026-07-02');
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: second, text: 'Convention' }).on(second);
    dossier.does('record-vote', { ...few, firstMeetingOn: civilDate(SESSION) });
    expect(voteOf(dossier)).toMatchObject({ outcome: 'adopted', present: 9, firstMeetingOn: SESSION });
  });

  it('is not saved by a second meeting before the third day', () => {
    const first = civilDate('2026-06-27');
    expect(
      refused(inSession(), 'record-vote', { ...DECIDED, present: 9, members: 83, firstMeetingOn: first }),
    ).toMatchObject([{ code: 'second-meeting-too-soon', pointer: '/firstMeetingOn' }]);
    const third = { ...DECIDED, present: 9, members: 83, firstMeetingOn: addDays(civilDate(SESSION), -3) };
    expect(refused(inSession(), 'record-vote', third)).toEqual([]);
  });

  it('does not bar an adjournment, which decides nothing', () => {
    const adjourned = { outcome: 'adjourned', number: 'N', members: 83, present: 9 };
    expect(inSession().refusals('record-vote', adjourned)).toEqual([]);
  });

  it.each<[what: string, ground: string, absent: boolean, present: number, codes: readonly string[]]>([
    ['a seat given by a text leaves the base: 41 of 80 make it', 'mandate-by-law', true, 41, []],
    ['and is not counted while it stays in the room', 'mandate-by-law', false, 43, ['quorum-not-met']],
    ['another seat stays in the base, and in the room: 42 of 83', 'mandate-other', false, 42, []],
    ['and makes one too few when it leaves it', 'mandate-other', true, 41, ['quorum-not-met']],
    ['as an interest of one’s own does', 'own-interest', true, 41, ['quorum-not-met']],
  ])('for three members aside: %s', (_what, ground, absentFromRoom, present, codes) => {
    const members = [1, 2, 3].map(rank => ({ name: `Élu ${rank}`, body: 'Pôle', ground, absentFromRoom }));
    const voteAside = { ...DECIDED, members: 83, present, unanimous: true, aside: members };
    expect(inSession().refusals('record-vote', voteAside)).toEqual(codes);
  });

  it('is that of the law of the day: no text seated members by law before 2022, none counted the commission before 2009', () => {
    const dossier = requested('2008-06-02').does('report-instruction', { favourable: true, report: 'R' });
    const sessionOn = civilDate('2008-06-30');
    dossier.does('enter-agenda', { organ: 'permanent-commission', sessionOn, text: 'T' }).on(sessionOn);
    expect(dossier.refusals('record-vote', { ...DECIDED, amount: cents(1), members: 55, present: 3 })).not.toContain(
      'quorum-not-met',
    );
  });
});

describe('the quorum', () => {
  /** More than half, member by member: those whom a text seats are set apart, then half of the others is passed or not. */
  function isMet(organ: string, exercising: number, here: number, proxies: number, seated: number, seatedHere: number) {
    const others = Array.from({ length: exercising - seated }, (_, rank) => rank);
    const heads = others.filter(rank => rank < here - seatedHere + (organ === 'assembly' ? 0 : proxies));
    return heads.length > others.length - heads.length;
  }

  it('is not met by the proxy of a member whom a text seats, when no other member is left', () => {
    const seated = [...aside(1, 'mandate-by-law', true), ...aside(3, 'mandate-by-law')];
    const vote = { ...UNTOLD, organ: 'permanent-commission' as const, members: 4, present: 3, represented: 1 };
    expect(quorumFault({ ...vote, aside: seated }, civilDate('2027-06-28'), inSession().rules.law)?.code).toBe(
      'quorum-not-met',
    );
  });

  it('is that of a count of heads, whatever the members, the proxies and those who stepped aside', () => {
    const figure = fc.integer({ min: 0, max: 120 });
    const few = fc.integer({ min: 0, max: 4 });
    const organs = fc.constantFrom('assembly' as const, 'permanent-commission' as const);
    const { law } = inSession().rules;
    fc.assert(
      fc.property(organs, figure, figure, figure, few, few, (organ, members, present, represented, away, inRoom) => {
        fc.pre(inRoom <= present && present + represented <= members && away + inRoom <= members);
        const seated = [...aside(away, 'mandate-by-law', true), ...aside(inRoom, 'mandate-by-law')];
        const others = aside(3, 'own-interest');
        const vote = { ...UNTOLD, organ, members, present, represented, aside: [...seated, ...others] };
        const fault = quorumFault(vote, civilDate('2027-06-28'), law);
        const expected = isMet(organ, members, present, represented, away + inRoom, inRoom);
        expect(fault === undefined).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an interested member', () => {
  const anne = [{ name: 'Anne Le Goff', body: 'Pôle fictif', ground: 'own-interest' }];

  it.each(['reporter', 'speaker', 'voter', 'proxy-giver', 'proxy-holder'])('is not the %s of the item', part => {
    const participants = [
      { name: 'Autre Élu', part: 'speaker' },
      { name: 'anne  LE GOFF', part },
    ];
    expect(refused(inSession(), 'record-vote', { ...DECIDED, aside: anne, participants })).toMatchObject([
      { code: 'interested-took-part', pointer: '/participants/1', source: expect.stringContaining('L4142-5') },
    ]);
  });

  it('may stay in the room: presence is no vice', () => {
    const figures = { members: 83, present: 60, votesFor: 55, votesAgainst: 0, abstentions: 4 };
    const dossier = inSession().does('record-vote', { ...DECIDED, ...figures, aside: anne });
    expect(voteOf(dossier)?.aside).toEqual([{ member: 1, ground: 'own-interest', absentFromRoom: false }]);
  });

  it('in the room gives no vote: 60 present cannot give 60 votes', () => {
    const figures = { members: 83, present: 60, votesFor: 55, votesAgainst: 0, abstentions: 5 };
    expect(refused(inSession(), 'record-vote', { ...DECIDED, ...figures, aside: anne })).toMatchObject([
      { code: 'vote-figures', pointer: '/present', message: expect.stringContaining('60 votants pour 59 membres') },
    ]);
  });

  it('is named beside the journal, which holds a number', () => {
    const participants = [{ name: 'Yann Rapporteur', part: 'reporter' }];
    const dossier = inSession().does('record-vote', { ...DECIDED, aside: anne, participants });
    const vote = dossier.events.find(({ type }) => type === 'vote-recorded');
    expect(vote).toMatchObject({
      data: { aside: [{ member: 1 }], parts: [{ member: 2, part: 'reporter' }] },
      private: { 'member-1': 'Anne Le Goff', 'member-2': 'Yann Rapporteur', 'body-1': 'Pôle fictif' },
    });
    expect(JSON.stringify(vote?.data)).not.toContain('Goff');
  });

  it('is aside once, and nobody holds two proxies', () => {
    expect(inSession().refusals('record-vote', { ...DECIDED, aside: [...anne, ...anne] })).toEqual(['named-twice']);
    const participants = [1, 2].map(() => ({ name: 'Un Porteur', part: 'proxy-holder' }));
    expect(inSession().refusals('record-vote', { ...DECIDED, participants })).toEqual(['proxy-held-twice']);
  });
});

describe('the commission permanente', () => {
  it('decides by a delegation of the council, whose absence is told and bars nothing', () => {
    const attendance = { members: 55, present: 20, represented: 10, unanimous: true };
    const without = inSession('permanent-commission').does('record-vote', { ...DECIDED, ...attendance });
    expect(alertsOf(without)).toEqual(['delegation-unknown']);
    const within = inSession('permanent-commission');
    within.does('record-vote', { ...DECIDED, ...attendance, delegation: DELEGATION });
    expect(alertsOf(within)).toEqual([]);
    expect(voteOf(within)?.delegation).toEqual(DELEGATION);
  });

  it('was given it before it votes; the assembly has none', () => {
    const after = { ...DECIDED, delegation: { ...DELEGATION, on: civilDate('2026-06-30') } };
    expect(inSession('permanent-commission').refusals('record-vote', after)).toEqual(['delegation-after-vote']);
    const assembly = { ...DECIDED, delegation: DELEGATION };
    expect(inSession().refusals('record-vote', assembly)).toEqual(['delegation-of-assembly']);
  });

  it('has a casting vote where the règlement intérieur gives one', () => {
    const equal = { members: 55, present: 30, votesFor: 15, votesAgainst: 15, abstentions: 0, castingVote: 'for' };
    const dossier = inSession('permanent-commission');
    expect(dossier.refusals('record-vote', { ...DECIDED, ...equal })).toEqual([]);
    const none = { prevails: false, source: 'Règlement intérieur, art. 12' };
    const rules = { ...dossier.rules, reglement: { ...dossier.rules.reglement, commissionCastingVote: none } };
    Object.defineProperty(dossier, 'rules', { get: () => rules });
    expect(refused(dossier, 'record-vote', { ...DECIDED, ...equal })).toMatchObject([
      { code: 'vote-figures', pointer: '/castingVote', source: 'Règlement intérieur, art. 12' },
    ]);
  });
});

describe('a result published without figures', () => {
  it('is recorded as it was announced, and tells that its quorum is not known', () => {
    const dossier = inSession().does('record-vote', { ...DECIDED, unanimous: true });
    expect(voteOf(dossier)).toMatchObject({
      ...{ outcome: 'adopted', unanimous: true, voters: null, votesFor: null, votesAgainst: null, abstentions: null },
    });
    expect(alertsOf(dossier)).toEqual(['quorum-unknown']);
  });

  it.each<[what: string, payload: object, pointer: string]>([
    ['half of its figures', { votesFor: 50 }, '/votesAgainst'],
    ['a number of voters alone', { voters: 50 }, '/voters'],
    ['unanimity with a vote against', { unanimous: true, votesFor: 50, votesAgainst: 1, abstentions: 0 }, '/unanimous'],
    ['the unanimity of a rejection', { unanimous: true, outcome: 'rejected' }, '/unanimous'],
    ['a voice that prevails where none is equal', { castingVote: 'for' }, '/castingVote'],
  ])('is refused with %s', (what, payload, pointer) => {
    const figures = what.startsWith('a voice') ? { votesFor: 50, votesAgainst: 1, abstentions: 0 } : {};
    expect(refused(inSession(), 'record-vote', { ...DECIDED, ...figures, ...payload })).toMatchObject([
      { code: 'vote-figures', pointer },
    ]);
  });
});

describe('one délibération for several grants', () => {
  const known: KnownDeliberation = {
    ...UNTOLD,
    ...{ number: DECIDED.number, sessionOn: civilDate(SESSION), members: 83, present: 60, represented: 0 },
    ...{ votesFor: 50, votesAgainst: 5, abstentions: 5 },
  };
  const figures = { members: 83, present: 60, represented: 0, votesFor: 50, votesAgainst: 5, abstentions: 5 };
  const after = (other: Partial<KnownDeliberation>, payload: object = {}) =>
    refused(
      inSession(),
      'record-vote',
      { ...DECIDED, ...figures, ...payload },
      { deliberations: [{ ...known, ...other }] },
    );

  it('shares its session and its figures, told or not', () => {
    expect(after({})).toEqual([]);
    expect(after({ votesFor: null, votesAgainst: null, abstentions: null, present: null })).toEqual([]);
  });

  it('has another number of votes only when one was voted apart', () => {
    const other = { votesFor: 49, votesAgainst: 6, abstentions: 5 };
    expect(after(other)).toMatchObject([{ code: 'deliberation-figures', pointer: '/votesFor' }]);
    expect(after(other, { separateVote: true })).toEqual([]);
    expect(after({ ...other, separateVote: true })).toEqual([]);
  });

  it('is of one session in the year, for one organ: numbers begin again each year', () => {
    expect(after({ sessionOn: civilDate('2026-06-22') })).toMatchObject([
      { code: 'deliberation-number', pointer: '/number', message: expect.stringContaining('22 juin 2026') },
    ]);
    expect(after({ sessionOn: civilDate('2025-06-22') })).toEqual([]);
    expect(after({ sessionOn: civilDate('2026-06-22'), organ: 'permanent-commission' })).toEqual([]);
  });
});

describe('who signs for the president of the Région', () => {
  const delegation = { reference: 'ARR-26-118', from: civilDate('2026-02-01'), to: civilDate('2026-12-31') };
  const executory = () => voted('2026-02-02').does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
  const signs = (party: string, given: object) => {
    const dossier = executory();
    return [dossier, { ...signature(dossier, party), delegation: given }] as const;
  };

  it('does it within the dates of their delegation, which the convention keeps', () => {
    const [dossier, payload] = signs('region', delegation);
    dossier.does('sign-convention', payload);
    expect(dossier.state.awards[dossier.award.award]?.signatureDelegation).toEqual(delegation);
  });

  it.each([{ from: civilDate('2026-02-03') }, { to: civilDate('2026-02-01') }])('and not out of them: %j', dates => {
    const [dossier, payload] = signs('region', { ...delegation, ...dates });
    expect(refused(dossier, 'sign-convention', payload)).toMatchObject([
      { code: 'delegation-out-of-dates', pointer: '/delegation', source: expect.stringContaining('L4231-3') },
    ]);
  });

  it('is nobody of the carrier', () => {
    const [dossier, payload] = signs('carrier', delegation);
    expect(dossier.refusals('sign-convention', payload)).toEqual(['wrong-party']);
  });
});

describe('the labelling of the pôle', () => {
  it('is recorded once, with its decision, and nothing waits for it', async () => {
    const dossier = onAgenda();
    const awaited = await dossier.awaits();
    dossier.does('label-pole', { reference: '26_0503_04' });
    expect(dossier.state.initiative.labelled).toEqual({ on: dossier.today, reference: '26_0503_04' });
    expect(await dossier.awaits()).toEqual(awaited);
    expect(dossier.refusals('label-pole', { reference: 'N' })).toEqual(['already-done']);
  });

  it('is not before the initiative', () => {
    const dossier = onAgenda('2026-02-02');
    expect(dossier.refusals('label-pole', { reference: 'N' }, { date: '2026-02-01' })).toEqual(['date-order']);
  });
});
