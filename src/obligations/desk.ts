import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { objectView } from '../api/answers/named-object.js';
import { readClock } from '../clock/clock.js';
import { OwedReads, type OwedLine } from '../database/owed-reads.js';
import { atStake } from '../domain/dossier/at-stake.js';
import { objectOfObligation, obligationLabel } from '../domain/dossier/naming.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import { roleLabel, type Actor, type ActingRole } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import { eurosDot, type Cents } from '../domain/kernel/cents.js';
import { addDays, daysBetween, type CivilDate } from '../domain/kernel/civil-date.js';
import { hasInCharge, isInCharge } from '../domain/obligations/referent-slice.js';
import { URGENCIES, urgencyOf } from '../domain/obligations/urgency.js';
import { readStates } from '../record/dossiers.js';
import type { DeskAnswer, DeskLineAnswer } from './desk-answers.js';
import { Requests } from './requests.js';

/** How far ahead what others owe is shown. */
const AHEAD_DAYS = 30;

/** What someone owes, what is owed to them and what they are to decide. */
@Injectable()
export class Desk {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(OwedReads) private readonly reads: OwedReads,
    @Inject(Requests) private readonly requests: Requests,
  ) {}

  /** The desk of someone on the day of the house; of the pôles of which they are in charge alone, if they ask so. */
  async of(actors: readonly Actor[], { onlyMine }: { readonly onlyMine: boolean }): Promise<DeskAnswer> {
    const { today } = await readClock(this.source.manager);
    const [perimeter, roles] = [perimeterOf(actors), actors.map(({ role }) => role)];
    const [owing, owed, toDecide] = await Promise.all([
      this.reads.by(roles, perimeter),
      this.reads.to(roles.flatMap(creditorsShownTo), perimeter, addDays(today, AHEAD_DAYS)),
      this.requests.of(actors),
    ]);
    const states = await readStates(this.source.manager, [...new Set([...owing, ...owed].map(({ poleId }) => poleId))]);
    const told = (lines: readonly OwedLine[], as: (line: OwedLine) => readonly Actor[]) =>
      lines
        .flatMap(line => {
          const state = states.get(line.poleId);
          return state ? [lineOf(line, { state, actors: as(line), today })] : [];
        })
        .filter(({ mine }) => mine || !onlyMine);
    const own = told(owing, ({ debtorRole }) => actors.filter(({ role }) => role === debtorRole));
    const others = told(owed, () => actors);
    return {
      today,
      sections: Object.entries(URGENCIES).map(([urgency, label]) => {
        const items = own.filter(({ due }) => urgencyOf(due as CivilDate | null, today) === urgency);
        return { urgency, label, count: items.length, items };
      }),
      owedByOthers: { count: others.length, items: others },
      toDecide,
    };
  }
}

/** To whom is owed what someone of a role is shown: who manages follows what is owed to those who instruct. */
const creditorsShownTo = (role: ActingRole): readonly ActingRole[] =>
  role === 'manager' ? ['manager', 'instructor'] : [role];

interface Given {
  readonly state: DossierState;
  /** The reader in the roles by which the line is theirs. */
  readonly actors: readonly Actor[];
  readonly today: CivilDate;
}

function lineOf(line: OwedLine, { state, actors, today }: Given): DeskLineAnswer {
  const { id, kind, instance, due, debtorRole, debtorBody, carrier } = line;
  const stake = atStake({ kind, instance }, state);
  return {
    ...{ id, kind, due, pole: { id: line.poleId, name: line.poleName } },
    label: obligationLabel({ kind, instance }, state),
    object: objectView(objectOfObligation({ kind, instance }, state)),
    carrier: carrier === null ? null : { siret: carrier, name: line.carrierName },
    from: { role: debtorRole, label: roleLabel(debtorRole), ...(debtorBody === null ? {} : { body: debtorBody }) },
    fromName: line.debtorName,
    amount: euros(stake.amount),
    frees: euros(stake.frees),
    daysLate: due === null ? 0 : Math.max(0, daysBetween(due, today)),
    mine: actors.some(({ role, account }) => !hasInCharge(state, role) || isInCharge(state, role, account)),
  };
}

const euros = (amount: Cents | null) => (amount === null ? null : eurosDot(amount));
