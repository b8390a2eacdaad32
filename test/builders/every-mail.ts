import { EXPECTATIONS } from '../../src/domain/dossier/expectations.js';
import type { AnyExpectation } from '../../src/domain/dossier/expectation.js';
import { rolesThat, type ActingRole } from '../../src/domain/dossier/roles.js';
import { addDays, civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { openObligations, type Obligation } from '../../src/domain/obligations/slice.js';
import type { ClaimedNotice } from '../../src/record/mails/mail.js';
import { CARRIER, DossierBuilder, signature, voted } from './dossier.js';
import { EVERY_STATE, studyRejected } from './every-state.js';
import { InMemoryDossier } from './in-memory-dossier.js';
import { heardOnExcess, settled, withExcess } from './whole-life-dossiers.js';
import { owing } from './owing-dossier.js';
import { secondYearOpen } from './yearly-votes.js';

/** Everything that is owed somewhere, by its kind: in the first of the dossiers of the tests that owes it. */
export interface Owed {
  readonly obligation: Obligation;
  readonly dossier: NonNullable<ClaimedNotice['dossier']>;
}

export const OWED_KINDS = Object.entries<AnyExpectation>(EXPECTATIONS).flatMap(([kind, { nature }]) =>
  nature === 'owed' ? [kind] : [],
);

const DECLARED = { paysCodes: ['02'], initiator: 'ess-actors', groupName: 'Groupe', groupSiret: CARRIER };

/** A decision made available on the day of the dossiers of the tests. */
export const UNREAD = { means: 'electronic', agreedOn: '2026-01-05', availableOn: '2026-02-02' };

/** Where the dossiers that stand in every state owe nothing of a kind. */
export const MORE: Readonly<Record<string, () => DossierBuilder>> = {
  'a year voted by itself': secondYearOpen,
  'just declared': () => new DossierBuilder('2026-02-02').does('declare-initiative', DECLARED),
  'a deliberation transmitted': () => voted().does('transmit-deliberation', { receipt: 'R' }),
  'a decision to read': () => voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant', UNREAD),
  'a refusal to read': () => studyRejected().does('notify-refusal', UNREAD),
  'a convention to read': () => {
    const dossier = voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    dossier
      .does('sign-convention', signature(dossier, 'carrier'))
      .does('sign-convention', signature(dossier, 'region'));
    return dossier.does('notify-convention', UNREAD);
  },
  'invited to observe': () => withExcess().does('invite-observations', { matter: 'recovery', reason: 'Trop-perçu.' }),
  'heard on an excess': heardOnExcess,
};

/** One of each kind that can be owed, as a whole life owes it. */
export async function oneOfEachKind(): Promise<ReadonlyMap<string, Owed>> {
  const found = new Map<string, Owed>();
  for (const [name, live] of Object.entries({ ...EVERY_STATE, ...MORE })) {
    if (name === 'not declared' || name.startsWith('that ')) continue;
    const lived = await new InMemoryDossier(live()).declares();
    const dossier = { state: lived.state, reglement: lived.rules.reglement.id };
    for (const obligation of openObligations(lived.state))
      if (!found.has(obligation.kind)) found.set(obligation.kind, { obligation, dossier });
  }
  const closing = owing({ kind: 'closure', debtor: { role: 'instructor' } }, settled());
  for (const obligation of openObligations(closing.state))
    found.set(obligation.kind, {
      obligation,
      dossier: { state: closing.state, reglement: closing.rules.reglement.id },
    });
  return found;
}

/** Someone who reads: their name, and the role as which they are written to. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ carrier: 'Soizic Lamandé', council: 'Maël Le Goff', cofunder: 'Yann Kerbrat', adviser: 'Rozenn Tanguy' },
  ...{ instructor: 'Nolwenn Le Dantec', manager: 'Gwenola Riou', finance: 'Erwan Pennec' },
};

/** Who is written to of something: who owes it, and every other role that is written to. */
export const readersOf = ({ obligation }: Owed): readonly ActingRole[] => [
  ...(obligation.debtor.role === 'engine' ? [] : [obligation.debtor.role]),
  ...rolesThat('written-to').filter(role => role !== obligation.debtor.role),
];

const DUE = civilDate('2027-03-01');

/** A notice of something owed, by a template, to someone. */
export function noticeOf(
  { obligation, dossier }: Owed,
  template: string,
  reader: ActingRole,
  change: Partial<ClaimedNotice> = {},
): ClaimedNotice {
  const { id, kind, instance, debtor, source } = obligation;
  const callee = { contact: 'instructor', name: 'Nolwenn Le Dantec', phone: null };
  return {
    ...{ id: `${template}/${reader}`, pole: 'p', poleName: 'Pôle fictif du pays d’Auray (démonstration)' },
    ...{ obligation: id, template, kind, instance, due: obligation.due ?? DUE, rungDay: null, merges: 0, source },
    event: null,
    ...{
      debtorRole: debtor.role,
      readerOwes: reader === debtor.role,
      pace: 'instant',
      contact: reader,
      callee,
      dossier,
    },
    ...{ readerName: NAMES[reader] ?? null, holderRole: reader, onBehalfOf: null },
    ...change,
  };
}

/** The day on which a mail of a template leaves. */
export function dayOf(template: string, due: CivilDate | null): CivilDate {
  return addDays(due ?? DUE, template === 'before' || template === 'alert' ? -10 : 20);
}
