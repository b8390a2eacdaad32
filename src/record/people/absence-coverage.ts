import type { EntityManager } from 'typeorm';
import { readClock } from '../../clock/clock.js';
import { obligationLabel } from '../../domain/dossier/naming.js';
import type { Party } from '../../domain/dossier/roles.js';
import type { DossierState } from '../../domain/dossier/state.js';
import { addDays, formatFrench, latestOf, type CivilDate } from '../../domain/kernel/civil-date.js';
import { parisDate, parisMidnight } from '../../domain/kernel/paris.js';
import { refuse } from '../../domain/kernel/refusal.js';
import { isPoint } from '../../domain/obligations/points.js';
import { openObligations, type Obligation } from '../../domain/obligations/slice.js';
import type { Rules } from '../../domain/reglement/reglement.js';
import type { RuleBook } from '../../reglement/load.js';
import { rungsLeft } from '../../domain/reminders/alarms.js';
import { readDossier } from '../dossiers.js';
import { partyOf, recipientsOf, type Directory } from '../../domain/reminders/recipients.js';
import { readDirectory } from '../reminders/directory.js';
import { RefusedError } from '../refused.js';

/** Something that the ladders say to a party on a day. */
interface Said {
  readonly obligation: Obligation;
  readonly day: CivilDate;
  readonly party: Party;
}

/** Refuses that someone is away without a delegate on a day on which something would be said to them, and to nobody else. */
export async function refuseUnattended(
  manager: EntityManager,
  book: RuleBook,
  contact: string,
  firstDay: CivilDate,
  lastDay: CivilDate,
): Promise<void> {
  const { today } = await readClock(manager);
  const from = latestOf(firstDay, today) ?? firstDay;
  if (lastDay < from) return;
  const directory = await readDirectory(manager, from, lastDay);
  for (const { id } of await ringing(manager, lastDay)) {
    const { state, reglement } = await readDossier(manager, id);
    const alone = saidIn(state, book.of(reglement))
      .filter(({ day }) => from <= day && day <= lastDay)
      .find(reminder => isAlone(contact, directory, state, reminder));
    if (alone) throw new RefusedError([unattended(alone, state)]);
  }
}

function unattended({ obligation, day }: Said, state: DossierState) {
  const what = `« ${obligationLabel(obligation, state)} »`;
  const why = `Le ${formatFrench(day)}, personne d’autre ne serait prévenu (${what}) : nommez qui reçoit en son absence.`;
  return refuse('absence-unattended', why, { pointer: '/delegate' });
}

/** The dossiers of which something is said by the end of a day. */
async function ringing(manager: EntityManager, lastDay: CivilDate): Promise<readonly { readonly id: string }[]> {
  return manager.query('SELECT id FROM dossiers WHERE set_aside IS NULL AND next_alarm < $1 ORDER BY id', [
    parisMidnight(addDays(lastDay, 1)),
  ]);
}

/** What the rungs left of the ladders of a dossier say, to whom, on which days; a point comes back each month. */
function saidIn(state: DossierState, rules: Rules): readonly Said[] {
  return openObligations(state).flatMap(obligation =>
    rungsLeft(obligation, state, rules, 0)
      .filter(({ rung }) => !isPoint(rung.id))
      .flatMap(({ rung, at }) =>
        rung.recipients.map(recipient => ({
          ...{ obligation, day: parisDate(at), party: partyOf(recipient, obligation) },
        })),
      ),
  );
}

function isAlone(
  contact: string,
  directory: Directory,
  state: DossierState,
  { party, obligation, day }: Said,
): boolean {
  const recipients = recipientsOf(directory, state, [party], obligation, day);
  const isRecipient = recipients.some(recipient => recipient.contact === contact);
  return isRecipient && recipients.every(recipient => recipient.contact === contact || !recipient.isThere);
}
