import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { civilDate, DATE_PRECISIONS, type CivilDate, type DatePrecision } from '../domain/kernel/civil-date.js';
import { parseEuros } from '../domain/kernel/cents.js';
import { CivilDay, eurosFields, OneOf } from './fields.js';
import { problem, ProblemException, type Fault } from './problem.js';

/** What every act may say: the civil date of the fact. */
export class ActBody {
  @CivilDay({
    description: 'Date du fait ; aujourd’hui si absente. Une date passée est admise.',
    optional: true,
    example: '2026-03-14',
  })
  date?: string;

  @OneOf(DATE_PRECISIONS, {
    description: 'Précision de la date : au jour si absente ; au mois ou à l’année pour un fait ancien',
    optional: true,
  })
  datePrecision?: DatePrecision;
}

export type BodyType = new () => object;

function faults(errors: readonly ValidationError[], path = ''): readonly Fault[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = `${path}/${property}`;
    const own = Object.entries(constraints).map(([name, detail]) => ({
      code: name === 'whitelistValidation' ? 'unknown-field' : 'invalid-field',
      detail: name === 'whitelistValidation' ? 'Ce champ est inconnu.' : detail,
      pointer,
    }));
    return [...own.slice(0, 1), ...faults(children, pointer)];
  });
}

/** Checks a body against its description. Refuses unknown fields and every fault, each with its JSON pointer. */
export async function checkedBody<T extends object>(type: new () => T, body: unknown): Promise<T> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ProblemException(problem('invalid-body', 400, 'Demande illisible', 'Un objet JSON est attendu.'));
  const instance = plainToInstance(type, body);
  const errors = await validate(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length === 0) return instance;
  const found = faults(errors);
  const detail = found.map(fault => `${fault.pointer} : ${fault.detail}`).join(' ');
  throw new ProblemException(problem('invalid-body', 422, 'Des champs sont à corriger', detail, { errors: found }));
}

/** What a person said in an act: its date, how well it is known, and the rest. */
interface Said {
  readonly date: CivilDate | undefined;
  readonly precision: DatePrecision | undefined;
  readonly payload: object;
}

/** What the domain decides on: amounts in cents, the date apart. */
export function payloadOf(body: object): Said {
  const { date, datePrecision, ...fields } = body as ActBody & Record<string, unknown>;
  const euros = eurosFields(Object.getPrototypeOf(body) as object);
  const entries = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, euros.includes(name) ? parseEuros(String(value)) : plain(value)] as const);
  const payload = Object.fromEntries(entries);
  return { date: date === undefined ? undefined : civilDate(date), precision: datePrecision, payload };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return payloadOf(value).payload;
}
