import { civilDate, type CivilDate, type DatePrecision } from '../domain/kernel/civil-date.js';
import { parseEuros } from '../domain/kernel/cents.js';
import { AMOUNTS, CivilDay, OneOf } from './fields.js';
import { RepresentedField } from './identifier-fields.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

/** What every act may say: the civil date of the fact. */
export class ActBody {
  @CivilDay({
    label: 'Date du fait',
    description: 'Aujourd’hui si elle est absente. Une date passée est admise.',
    optional: true,
    ofFact: true,
    example: '2026-03-14',
  })
  date?: string;

  @OneOf(VOCABULARY.datePrecision, {
    label: 'Précision de cette date',
    description: 'Au jour si elle est absente ; au mois ou à l’année pour un fait ancien',
    optional: true,
  })
  datePrecision?: DatePrecision;

  @RepresentedField({
    label: 'Au nom de qui',
    hint: 'Vous avez plusieurs places dans ce dossier.',
    description:
      'SIRET, ou code du pays : à dire quand vous avez plusieurs places dans le dossier ; sinon il s’en déduit',
    optional: true,
    from: 'represented',
    example: '23350001600040',
  })
  onBehalfOf?: string;
}

export type BodyType = new () => object;

/** What a person said in an act: its date, how well it is known, and the rest. */
interface Said {
  readonly date: CivilDate | undefined;
  readonly precision: DatePrecision | undefined;
  readonly onBehalfOf: string | undefined;
  readonly payload: object;
}

/** What the domain decides on: amounts in cents, the date apart. */
export function payloadOf(body: object): Said {
  const { date, datePrecision, onBehalfOf, ...fields } = body as ActBody & Record<string, unknown>;
  const euros = AMOUNTS.on(Object.getPrototypeOf(body) as object);
  const entries = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, euros.includes(name) ? parseEuros(String(value)) : plain(value)] as const);
  const payload = Object.fromEntries(entries);
  return {
    date: date === undefined ? undefined : civilDate(date),
    precision: datePrecision,
    onBehalfOf: onBehalfOf?.replace(/\s/g, ''),
    payload,
  };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return payloadOf(value).payload;
}
