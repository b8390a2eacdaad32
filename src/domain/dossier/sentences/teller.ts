import { conventionOf } from '../../award/slice.js';
import type { OpinionOutcome } from '../../council-opinion/slice.js';
import { formatEuros, type Cents } from '../../kernel/cents.js';
import { formatFrench, type CivilDate } from '../../kernel/civil-date.js';
import { typographic, type Noun } from '../../kernel/french.js';
import type { EvaluationOutcome } from '../../lifecycle/slice.js';
import { isOfRegion } from '../roles.js';
import type { DossierState, RecordedEvent } from '../state.js';
import type { Things } from '../things.js';

/** The names by which people know bodies and pays. */
export interface KnownNames {
  readonly bodies: ReadonlyMap<string, string>;
  /** « Pays d’Auray », by code. */
  readonly pays: ReadonlyMap<string, string>;
}

/** What a line of the journal is told with. */
export interface Told {
  readonly event: RecordedEvent;
  readonly state: DossierState;
  readonly things: Things;
  readonly names: KnownNames;
  /** What was owed, of which the line tells; undefined where it tells of nothing owed. */
  readonly owed: Noun | undefined;
}

export const REGION = 'la Région';
export const CRESS = 'la CRESS';

/** What an opinion says, and an evaluation. */
export const FAVOURABILITY: Readonly<Record<OpinionOutcome | EvaluationOutcome, string>> = {
  favourable: 'favorable',
  'with-reserves': 'favorable avec réserves',
  unfavourable: 'défavorable',
};

/** Who does what a line tells, and on what, as a sentence names them. */
export class Teller {
  constructor(private readonly told: Told) {}

  get things(): Things {
    return this.told.things;
  }

  get event(): RecordedEvent {
    return this.told.event;
  }

  /** « demande du solde de l’exercice 1 (…) », between its quotation marks. */
  get owed(): string {
    return `« ${this.told.owed?.text ?? 'sans objet'} »`;
  }

  /** A body by its name; where nobody told it, what it is. */
  body(siret: string | null | undefined, otherwise = 'la structure porteuse'): string {
    return (siret && this.told.names.bodies.get(siret)) ?? otherwise;
  }

  /** Who held the award on the day of the line: « Les Amarres ». */
  get applicant(): string {
    const { award } = this.things;
    const { event, state } = this.told;
    const handed = state.lifecycle.transfers.find(
      transfer => transfer.award === conventionOf(award) && event.date < transfer.on,
    );
    return this.body(handed?.from ?? award.applicant);
  }

  /** « le Conseil de développement du pays d’Auray ». */
  get council(): string {
    const [first] = this.told.state.initiative.paysCodes.flatMap(code => this.told.names.pays.get(code) ?? []);
    return `le Conseil de développement${first === undefined ? '' : ` ${ofPays(typographic(first))}`}`;
  }

  /** Who acted, in the role in which they did: the Région, the CRESS, a body by its name. */
  get who(): string {
    const { role, onBehalfOf } = this.event;
    if (isOfRegion(role)) return REGION;
    switch (role) {
      case 'adviser':
        return CRESS;
      case 'council':
        return this.council;
      case 'cofunder':
        return this.body(onBehalfOf, 'le cofinanceur');
      case 'carrier':
        return this.body(onBehalfOf);
      default:
        return 'l’administration de Jalon';
    }
  }

  /** The body that a contribution is asked of. */
  cofunder(contribution: number): string {
    return this.body(this.told.state.contributions[String(contribution)]?.cofunder, 'le cofinanceur');
  }
}

/** « du pays d’Auray », « de Dinan Agglomération ». */
function ofPays(name: string): string {
  return name.startsWith('Pays ') ? `du p${name.slice(1)}` : `de ${name}`;
}

export const euros = (amount: Cents): string => formatEuros(amount);
export const day = (date: CivilDate): string => formatFrench(date);

/** What each event of a capability says, after its date: « la Région a validé l’étude de préfiguration ». */
export type Sentences<Events> = {
  readonly [Type in keyof Events]: (tell: Teller, data: Events[Type]) => string;
};
