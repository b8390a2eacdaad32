import type { CampaignLineAnswer, CampaignSheetAnswer } from '../../funded-year/answers.js';
import { addCents, parseEuros, type Cents } from '../../domain/kernel/cents.js';
import { civilDate, type CivilDate } from '../../domain/kernel/civil-date.js';

/** Something that a year asks for, left to do or ticked. */
export interface CampaignThing {
  readonly key: string;
  readonly label: string;
  readonly on: CivilDate | null;
  readonly amount: Cents | null;
  readonly state: string | null;
  /** Whether it is not awaited any more: the year had it on its sheet, or its day has come. */
  readonly over: boolean;
}

/** What a year asks for one pôle. Amounts in cents, of what is left to pay. */
export interface CampaignOfPole {
  readonly pole: string;
  readonly name: string;
  readonly opens: readonly CampaignThing[];
  readonly reports: readonly CampaignThing[];
  readonly payments: readonly CampaignThing[];
  readonly toPay: Cents;
}

type Things = Pick<CampaignOfPole, 'opens' | 'reports' | 'payments'>;

/** The sheet of a year, pôle by pôle: what is left, and what was on the sheet of 4 January and is not any more, ticked. */
export function campaignOfPoles({ lines, made }: CampaignSheetAnswer, today: CivilDate): readonly CampaignOfPole[] {
  const poles = new Map<string, { readonly left?: CampaignLineAnswer; readonly made?: CampaignLineAnswer }>();
  for (const line of made?.sheet.lines ?? []) poles.set(line.pole, { made: line });
  for (const line of lines) poles.set(line.pole, { ...poles.get(line.pole), left: line });
  return [...poles].flatMap(([pole, { left, made: before }]) => {
    const name = left?.name ?? before?.name;
    if (name === undefined) return [];
    const [now, then] = [thingsOf(left, today), thingsOf(before, today)];
    const payments = merged(now.payments, then.payments);
    const toPay = addCents(...now.payments.flatMap(({ amount }) => amount ?? []));
    const opens = merged(now.opens, then.opens);
    return [{ pole, name, opens, reports: merged(now.reports, then.reports), payments, toPay }];
  });
}

/** What is left, then what was and is no more. */
function merged(left: readonly CampaignThing[], before: readonly CampaignThing[]): readonly CampaignThing[] {
  const keys = new Set(left.map(({ key }) => key));
  const over = before.flatMap(thing => (keys.has(thing.key) ? [] : [{ ...thing, state: null, over: true }]));
  return [...left, ...over];
}

const NOTHING = { opens: [], reports: [], payments: [] };

function thingsOf(line: CampaignLineAnswer | undefined, today: CivilDate): Things {
  const { opens, reports, payments } = line ?? NOTHING;
  const plain = { on: null, amount: null, state: null, over: false };
  return {
    opens: opens.map(({ award, year, on }) => ({
      ...{ ...plain, key: `${award}/${year}`, label: `Exercice ${year}`, on: civilDate(on), over: on <= today },
    })),
    reports: reports.map(({ award, year, kind, label, due }) => ({
      ...{ ...plain, key: `${award}/${year}/${kind}`, label, on: due === null ? null : civilDate(due) },
    })),
    payments: payments.map(({ award, year, number, label, amount }) => ({
      ...{ ...plain, key: `${award}/${year}/${number}`, state: label, amount: parseEuros(amount) },
      label: `${number === 1 ? '1er' : `${number}e`} versement de l’exercice ${year}`,
    })),
  };
}
