import { conventionOf, type Award } from '../award/slice.js';
import type { Contribution } from '../cofunding/slice.js';
import { conventionPaying, exerciseRun, yearOfConvention } from '../funded-year/exercise.js';
import { instalmentKey, type Instalment } from '../funded-year/slice.js';
import { formatEuros } from '../kernel/cents.js';
import { formatFrench, yearOf } from '../kernel/civil-date.js';
import { du, noun, ordinal, type Noun } from '../kernel/french.js';
import type { Period } from '../kernel/period.js';
import type { ReportKind } from '../reglement/reglement.js';
import type { PartName, Parts } from './instance.js';
import { conventionsOf } from './stage.js';
import type { DossierState } from './state.js';

/** What of a dossier is named: the parts of an instance, or of what an act bears on. */
export type NamedParts = Partial<Parts<PartName>> & { readonly contribution?: number };

/** How much is said: the exercise with its dates, its number alone, or its years alone, for a subject line. */
export type Detail = 'full' | 'plain' | 'short';

/** The reports of an exercise. */
const REPORTS: Readonly<Record<ReportKind, Noun>> = {
  'activity-report': noun('ms', 'rapport d’activité'),
  indicators: noun('mp', 'indicateurs'),
  'financial-report': noun('ms', 'compte rendu financier'),
  'approved-accounts': noun('mp', 'comptes approuvés'),
};

/** « 2026-2027 », or « 2026 » for an exercise that is the civil year. */
function yearsOf({ from, to }: Period): string {
  return yearOf(from) === yearOf(to) ? `${yearOf(from)}` : `${yearOf(from)}-${yearOf(to)}`;
}

/** The things of a dossier that some parts name, as French nouns. Each throws where the dossier has no such thing. */
export class Things {
  constructor(
    private readonly state: DossierState,
    readonly parts: NamedParts,
    private readonly detail: Detail,
  ) {}

  /** Whether the dossier still holds what the parts name: a fact that was retracted takes it away. */
  get areHeld(): boolean {
    const { award, year, number, contribution } = this.parts;
    if (award !== undefined && this.state.awards[award] === undefined) return false;
    const instalment = instalmentKey(award ?? '', year ?? 0, number ?? 0);
    if (number !== undefined && this.state.instalments[instalment] === undefined) return false;
    return contribution === undefined || this.state.contributions[contribution] !== undefined;
  }

  get award(): Award {
    const { award = '' } = this.parts;
    const found = this.state.awards[award];
    if (!found) throw new Error(`Aucune attribution ${award} dans le dossier`);
    return found;
  }

  get held(): Instalment {
    const { award = '', year = 0, number = 0 } = this.parts;
    const found = this.state.instalments[instalmentKey(award, year, number)];
    if (!found) throw new Error(`Aucun versement ${year}/${number} de ${award} dans le dossier`);
    return found;
  }

  /** Whether the convention makes the payment of the instalment depend on its claim. */
  get isPaidOnClaim(): boolean {
    const { year } = this.held;
    return yearOfConvention(this.state, conventionOf(this.award), year)?.paymentWaitsFor === 'claim';
  }

  /** The exercise as it runs; undefined for what is of none. */
  get period(): Period | undefined {
    const { award, year } = this.parts;
    const rank = year ?? (award === undefined ? null : this.state.awards[award]?.year) ?? null;
    if (award === undefined || rank === null) return undefined;
    const convention = conventionPaying(this.state, this.award);
    return rank >= 1 && rank <= convention.years ? exerciseRun(this.state, convention, rank) : undefined;
  }

  /** What was asked: « demande de subvention du pôle », « proposition d’avenant n° 1 ». */
  get request(): Noun {
    const { kind } = this.award;
    if (kind === 'amendment') return noun('fs', `proposition d’${this.deed.text}`);
    const nth = this.rank > 1 && this.detail !== 'short' ? `${ordinal(this.rank, 'f')} ` : '';
    return noun('fs', `${nth}demande de ${this.subsidy}`);
  }

  /** What was granted: « subvention de l’étude de préfiguration », « avenant n° 1 ». */
  get grant(): Noun {
    if (this.award.kind === 'amendment') return this.deed;
    const nth = this.rank > 1 && this.detail !== 'short' ? `, ${ordinal(this.rank, 'f')} demande` : '';
    return noun('fs', `${this.subsidy}${nth}`);
  }

  /** What is signed: « convention », « convention de l’étude de préfiguration », « avenant n° 1 ». */
  get deed(): Noun {
    const { kind } = this.award;
    if (kind === 'amendment') return noun('ms', `avenant n° ${this.rank}${this.ofOneConvention}`);
    if (kind === 'convention') return noun('fs', `convention${this.span}`);
    return noun('fs', `convention ${kind === 'study' ? 'de l’étude de préfiguration' : du(this.exercise)}`);
  }

  get exercise(): Noun {
    const { year, award } = this.parts;
    const rank = year ?? (award === undefined ? undefined : this.state.awards[award]?.year) ?? 0;
    const { period } = this;
    if (this.detail === 'short' && period) return noun('ms', `exercice ${yearsOf(period)}`);
    const dates =
      period && this.detail === 'full' ? ` (${formatFrench(period.from)} – ${formatFrench(period.to)})` : '';
    return noun('ms', `exercice ${rank}${dates}`);
  }

  /** « 1er versement de l’exercice 1 (…) », « solde de l’étude de préfiguration ». */
  get instalment(): Noun {
    const { number, kind } = this.held;
    return noun('ms', `${kind === 'balance' ? 'solde' : `${ordinal(number)} versement`}${this.ofExercise}`);
  }

  get report(): Noun {
    const { report = 'activity-report' } = this.parts;
    return this.reportOf(report);
  }

  reportOf(kind: ReportKind): Noun {
    const { text, ...grammar } = REPORTS[kind];
    return { ...grammar, text: `${text}${this.ofExercise}` };
  }

  get post(): Noun {
    return noun('ms', `poste n° ${this.parts.post ?? 1}${this.detail === 'short' ? '' : ' de chargé·e de mission'}`);
  }

  get cofunder(): Noun {
    const { number, sought } = this.contribution;
    const amount = this.detail === 'full' ? ` (${formatEuros(sought)} demandés)` : '';
    return noun('ms', `cofinanceur n° ${number}${amount}`);
  }

  get contribution(): Contribution {
    const { award, rank, contribution } = this.parts;
    const all = Object.values(this.state.contributions);
    const found = all.find(sought =>
      contribution === undefined ? sought.convention === award && sought.rank === rank : sought.number === contribution,
    );
    if (!found) throw new Error('Aucun cofinanceur de ce rang dans le dossier');
    return found;
  }

  /** « de l’exercice 1 (…) », « de l’étude de préfiguration », « 2026-2027 » in short. */
  get ofExercise(): string {
    if (this.award.kind === 'study') return this.detail === 'short' ? ' de l’étude' : ' de l’étude de préfiguration';
    const { period } = this;
    return this.detail === 'short' && period ? ` ${yearsOf(period)}` : ` ${du(this.exercise)}`;
  }

  private get subsidy(): string {
    const { kind } = this.award;
    if (kind === 'study') return `subvention ${this.detail === 'short' ? 'd’étude' : 'de l’étude de préfiguration'}`;
    if (kind === 'convention') return `subvention du pôle${this.span}`;
    return `subvention${this.ofExercise}`;
  }

  /** The years of a convention, when it is not the only one of its dossier. */
  private get span(): string {
    const { period, kind } = this.award;
    if (kind !== 'convention' || conventionsOf(this.state).length < 2) return '';
    return ` ${yearOf(period.from)}-${yearOf(period.to)}`;
  }

  private get ofOneConvention(): string {
    const convention = this.state.awards[this.award.parent ?? ''];
    if (!convention || this.detail === 'short') return '';
    const of = new Things(this.state, { award: convention.id }, this.detail).span;
    return of === '' ? '' : ` à la convention${of}`;
  }

  /** Its rank, from 1, among the requests of its kind for the same convention and exercise. */
  private get rank(): number {
    const { id, kind, parent, year, period } = this.award;
    const siblings = Object.values(this.state.awards).filter(
      award =>
        award.kind === kind &&
        award.parent === parent &&
        award.year === year &&
        (kind !== 'convention' || award.period.from === period.from),
    );
    return siblings.findIndex(award => award.id === id) + 1;
  }
}
