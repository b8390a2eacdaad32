import { demoSiret } from '../access/demo-accounts.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Persona, VoluntaryAct } from './persona.js';
import type { PoleSeen } from './house-client.js';
import { doing, signedBy, type ActToDo, type ResponderContext } from './responder-context.js';
import { GRANT_PIECES, piecesOf } from './responders.js';

/** Days after the convention came into force, for each thing that its people undertake; then, what follows it. */
const WHEN: Readonly<
  Record<VoluntaryAct, (period: PoleSeen['awards'][number]['period'], since: CivilDate) => CivilDate>
> = {
  vacancy: (_period, since) => addDays(since, 260),
  'second-post': (_period, since) => addDays(since, 90),
  'less-money': (_period, since) => addDays(since, 120),
  transfer: (_period, since) => addDays(since, 330),
  suspension: (_period, since) => addDays(since, 200),
  renewal: ({ to }) => addDays(to, -170),
  'legality-letter': (_period, since) => addDays(since, 10),
  'court-suspension': (_period, since) => addDays(since, 150),
  'region-termination': ({ from }) => addDays(from, 290),
  abandonment: ({ from }) => addDays(from, 190),
  'grant-revocation': ({ from }) => addDays(from, 260),
  'partial-withdrawal': ({ from }) => addDays(from, 150),
  'commitment-breach': ({ from }) => addDays(from, 210),
  abrogation: ({ from }) => addDays(from, 230),
  cofunding: (_period, since) => addDays(since, 20),
  labelling: (_period, since) => addDays(since, 10),
};

/** The running convention of a pôle, the first of its cycles. */
export function running(pole: PoleSeen) {
  return pole.awards.find(award => award.kind === 'convention' && award.status === 'in-force');
}

/** When each undertaking of a pôle's people happens, once its convention is in force. */
export function voluntaryActsOf(pole: PoleSeen, persona: Persona, since: CivilDate) {
  const period = running(pole)?.period;
  if (!period) return [];
  const all: readonly VoluntaryAct[] = [
    ...persona.undertakes,
    ...(persona.cofunded ? (['cofunding', 'labelling'] as const) : []),
  ];
  return all.map(what => ({ what, day: WHEN[what](period, since) }));
}

const because = { reason: 'Motif fictif.' };
const breach = { ...because, grounds: ['no-activity'] };
const LAPSED = ['condition-lapsed:3'];
const REDUCTION = { ...because, amount: '2000.00' };

type Step = readonly [days: number, act: (at: ResponderContext) => ActToDo | undefined];

/** A measure of the Région on a convention: its carrier is heard on its grounds, then it is taken. */
function measure(
  matter: string,
  grounds: readonly string[],
  act: string,
  body: (at: ResponderContext) => object,
): readonly Step[] {
  return [
    [0, at => onConvention(at, 'instructrice', 'invite-observations', { ...because, matter, grounds })],
    [20, at => onConvention(at, 'cheffe-de-service', act, { deliberation: 'S-R-1', ...body(at) })],
  ];
}

/** The acts of an undertaking, in their order, each some days after the one before. Closed ones are let go. */
export const STEPS: Readonly<
  Record<VoluntaryAct, readonly (readonly [days: number, (at: ResponderContext) => ActToDo | undefined])[]>
> = {
  vacancy: [[0, at => doing('porteur-demo', 'vacate-post', { ...at, parts: { post: 1 } })]],
  'second-post': [
    [0, at => doing('porteur-demo', 'open-post', at, { share: 50 })],
    [400, at => doing('porteur-demo', 'end-post', { ...at, parts: { post: 2 } })],
  ],
  'less-money': [
    [
      0,
      at =>
        onConvention(at, 'porteur-demo', 'request-amendment', {
          ...because,
          amount: `${34_000 * at.persona.years}.00`,
        }),
    ],
  ],
  transfer: [
    [
      0,
      at =>
        onConvention(at, 'porteur-demo', 'request-amendment', {
          ...because,
          carrier: { name: 'Structure repreneuse (simulation)', siret: demoSiret(50 + (at.persona.rank % 49)) },
          commitment: signedBy(at),
        }),
    ],
  ],
  suspension: [
    [0, at => doing('cheffe-de-service', 'suspend-dossier', at, because)],
    [25, at => doing('cheffe-de-service', 'resume-dossier', at, because)],
  ],
  'legality-letter': [
    [
      0,
      at => onConvention(at, 'instructrice', 'record-legality-letter', { nature: 'completion', reference: 'PREF-1' }),
    ],
    [12, at => onConvention(at, 'instructrice', 'answer-legality-letter', { letter: 1, answer: 'pieces-received' })],
  ],
  'court-suspension': [
    [0, at => onConvention(at, 'instructrice', 'record-court-decision', { decision: 'suspended', reference: 'TA-1' })],
    [40, at => onConvention(at, 'instructrice', 'record-court-decision', { decision: 'dismissed', reference: 'TA-1' })],
  ],
  renewal: [[0, renewal]],
  'region-termination': [
    [0, at => onConvention(at, 'instructrice', 'invite-observations', { ...breach, matter: 'termination' })],
    [20, at => doing('cheffe-de-service', 'terminate-by-region', at, breach)],
  ],
  abandonment: [[0, at => doing('porteur-demo', 'abandon-pole', at, because)]],
  labelling: [[0, at => doing('instructrice', 'label-pole', at, { reference: `LABEL_${at.persona.rank}` })]],
  'grant-revocation': measure('withdrawal', breach.grounds, 'revoke-grant', () => ({ ...breach, basis: 'conditions' })),
  'partial-withdrawal': measure('withdrawal', breach.grounds, 'revoke-grant', () => ({
    ...{ ...breach, basis: 'conditions', amount: '5000.00' },
  })),
  'commitment-breach': measure('commitment', ['republican-commitment'], 'withdraw-for-commitment', ({ today }) => ({
    ...{ ...because, breachOn: addDays(today, -40), returnBy: addDays(today, 90) },
  })),
  abrogation: measure('abrogation', LAPSED, 'abrogate-grant', ({ today }) => ({
    ...{ ...because, grounds: LAPSED, from: today },
  })),
  cofunding: [
    [0, at => onConvention(at, 'porteur-demo', 'seek-cofunding', { cofunder: demoSiret(801), amount: '6000.00' })],
    [200, at => doing('cofinanceur-22', 'reduce-cofunding', { ...at, parts: { contribution: 1 } }, REDUCTION)],
  ],
};

function onConvention(at: ResponderContext, account: string, act: string, body: object): ActToDo | undefined {
  const convention = running(at.pole);
  return convention && doing(account, act, { ...at, parts: { award: convention.id } }, body);
}

/** A renewal for one more year, from the end of the present convention. */
function renewal(at: ResponderContext): ActToDo | undefined {
  const convention = running(at.pole);
  return (
    convention &&
    doing('porteur-demo', 'request-renewal', at, {
      applicant: { name: at.persona.name, siret: at.persona.carrierSiret },
      amount: '35000.00',
      years: 1,
      startsOn: addDays(convention.period.to, 1),
      pieces: piecesOf(at, GRANT_PIECES),
      commitment: signedBy(at),
    })
  );
}
