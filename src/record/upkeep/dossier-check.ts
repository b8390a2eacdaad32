import type { EntityManager } from 'typeorm';
import { parisDate, addSeconds, type Instant } from '../../domain/kernel/paris.js';
import { openObligations } from '../../domain/obligations/slice.js';
import type { RuleBook } from '../../reglement/load.js';
import { rungsLeft } from '../../domain/reminders/alarms.js';
import { readAnchor, SEEN, type Anchor, type Quiet } from './anchors.js';
import { breachSentence, chainFaults, wholeBreaches, type Breach } from '../journal/chain-check.js';
import { readDossier, type DossierRow } from '../dossiers.js';
import { foldOf, foldOn, type Folded } from './folded.js';
import { readLines } from '../journal/journal.js';
import { differences } from './rebuild.js';
import { foldBreaches, rehearsalBreaches } from './verify.js';

/** Something of one dossier that does not hold, with a sentence in French for the person who looks into it. */
export interface DossierFault {
  readonly kind: (typeof DOSSIER_FAULTS)[number];
  readonly about: string;
  readonly pole: string;
  readonly detail: string;
}

export const DOSSIER_FAULTS = ['state', 'rehearsal', 'projection', 'not-rung', 'unchecked'] as const;

/** What was found of one dossier. */
export interface Checked {
  /** What is wrong with its chain: nothing more is asked of a journal that was altered. */
  readonly breaches: readonly Breach[];
  readonly faults: readonly DossierFault[];
  /** Where it may be gone on from the next night; undefined when its journal, its state or its lists do not hold. */
  readonly anchor: Anchor | undefined;
}

/** Seconds after which a rung that was to leave and was not reached is a fault, whatever the alarms say. */
const LATE = 3600;

export const fault = (kind: DossierFault['kind'], pole: string, detail: string, about = pole): DossierFault => ({
  ...{ kind, about, pole, detail },
});

/** One transaction's view of a dossier, at an instant of the house. */
interface View {
  readonly manager: EntityManager;
  readonly book: RuleBook;
  readonly dossier: DossierRow;
  readonly now: Instant;
}

/**
 * Holds one dossier, seen at one instant, against its journal: its chain is whole, its state is the fold, its projections
 * follow from it, its open obligations are those of the rehearsal, and every rung that is past was reached. Goes on from
 * its anchor; from the first line when it is asked to, or as soon as all does not follow.
 */
export async function checkDossier(
  manager: EntityManager,
  book: RuleBook,
  poleId: string,
  { now, whole }: { readonly now: Instant; readonly whole: boolean },
): Promise<Checked> {
  const view = { manager, book, now, dossier: await readDossier(manager, poleId) };
  const anchor = whole ? undefined : await readAnchor(manager, poleId);
  return (anchor && (await sinceAnchor(view, anchor))) ?? fromTheFirstLine(view);
}

/** What depends on the day or on the stories of a dossier that is otherwise as it should be. */
export async function faultsOfTheDay(dossier: Quiet, book: RuleBook, now: Instant): Promise<readonly DossierFault[]> {
  const heard = dossier.seenVersion === dossier.version;
  return [
    ...(heard ? await rehearsalBreaches(dossier) : []).map(breach =>
      fault('rehearsal', dossier.id, breachSentence(breach)),
    ),
    ...notRung(dossier, book, addSeconds(now, -LATE)),
  ];
}

/** Undefined when a line retracts an older one, or when anything is at fault: the whole journal then says what. */
async function sinceAnchor(view: View, anchor: Anchor): Promise<Checked | undefined> {
  const { manager, book, dossier, now } = view;
  const lines = await readLines(manager, dossier.id, anchor.sequence);
  if (lines.some(({ row }) => row.retracts !== null)) return undefined;
  if (chainFaults(lines, headOf(dossier), anchor).length > 0) return undefined;
  const folded = foldOn(anchor, lines);
  if ((await standingFaults(view, folded)).length > 0) return undefined;
  const faults = await faultsOfTheDay(dossier, book, now);
  return { breaches: [], faults, anchor: await anchored(view, folded, anchor.wholeOn) };
}

async function fromTheFirstLine(view: View): Promise<Checked> {
  const { manager, book, dossier, now } = view;
  const lines = await readLines(manager, dossier.id);
  const breaches = wholeBreaches(dossier.id, lines, headOf(dossier));
  if (breaches.length > 0) return { breaches, faults: [], anchor: undefined };
  const folded = foldOf(dossier.id, lines);
  const standing = await standingFaults(view, folded);
  const anchor = standing.length > 0 ? undefined : await anchored(view, folded, parisDate(now));
  return { breaches, faults: [...standing, ...(await faultsOfTheDay(dossier, book, now))], anchor };
}

const headOf = ({ sequence, version, headHash: hash }: DossierRow) => ({ sequence, version, hash });

/** What of a dossier does not follow from its journal. */
async function standingFaults({ manager, book, dossier }: View, folded: Folded): Promise<readonly DossierFault[]> {
  const { id } = dossier;
  const tables = await differences(manager, book, dossier, folded);
  return [
    ...foldBreaches(dossier, folded).map(breach => fault('state', id, breachSentence(breach))),
    ...(tables.length > 0 ? [fault('projection', id, `Listes qui ne suivent pas : ${tables.join(', ')}.`)] : []),
  ];
}

async function anchored(
  { manager, dossier }: View,
  folded: Folded,
  wholeOn: Anchor['wholeOn'],
): Promise<Anchor | undefined> {
  const { recordedOn } = folded;
  const [row] = await manager.query<{ seen: string }[]>(`SELECT ${SEEN} AS seen FROM dossiers d WHERE d.id = $1`, [
    dossier.id,
  ]);
  return row && recordedOn !== null ? { ...folded, recordedOn, seen: row.seen, wholeOn } : undefined;
}

/** The mails of a morning are spread over less than what is allowed here: the rungs are looked at as if all left at eight. */
function notRung({ id, state, reglement }: Quiet, book: RuleBook, before: Instant): readonly DossierFault[] {
  return openObligations(state).flatMap(obligation =>
    rungsLeft(obligation, state, book.of(reglement), 0)
      .filter(({ at }) => at < before)
      .map(({ rung, day }) =>
        fault(
          'not-rung',
          id,
          `L’échelon ${rung.id} (${day}) de « ${obligation.kind} » n’a pas été franchi.`,
          `${obligation.id}/${rung.id}`,
        ),
      ),
  );
}
