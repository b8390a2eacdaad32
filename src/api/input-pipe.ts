import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { isLikely, LIKELY_YEARS_AHEAD } from '../domain/kernel/likely-days.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { DAYS_TO_COME } from './fields.js';
import { problem, ProblemException, type Fault } from './problem.js';
import { pointerStep, requireSound, unfit } from './sound-input.js';

/** As many faults as a person can mend at once. */
const MOST_FAULTS = 50;

/**
 * Checks bodies and queries against the class that describes them. Refuses unknown fields and every fault, each with its
 * JSON pointer; a body that no class describes is a fault of the house. Null in a field that may be absent is absence;
 * in another, it is missing.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  /** Asked for the day only where days to come are told. */
  constructor(private readonly today: () => Promise<CivilDate>) {
    super({
      transform: true,
      transformOptions: { exposeUnsetFields: false },
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: errors => new ProblemException(unfit(faults(errors).slice(0, MOST_FAULTS))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!this.toValidate(metadata)) {
      if (metadata.type === 'body') throw new Error('Un corps que nulle classe ne décrit.');
      return value;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ProblemException(problem('invalid-body', 400, 'Demande illisible', 'Un objet JSON est attendu.'));
    requireSound(value);
    const read = (await super.transform({ ...value }, metadata)) as object;
    await this.requireLikely(read);
    return read;
  }

  private async requireLikely(read: object): Promise<void> {
    const days = daysToCome(read);
    if (days.length === 0) return;
    const today = await this.today();
    const unlikely = days.filter(({ day }) => !isLikely(day, today));
    if (unlikely.length > 0)
      throw new ProblemException(unfit(unlikely.map(({ pointer }) => ({ ...UNLIKELY, pointer }))));
  }
}

const UNLIKELY = {
  code: 'unlikely-year',
  detail: `Cette année est invraisemblable : de 2000 à ${LIKELY_YEARS_AHEAD} ans d'ici.`,
};

interface DayToCome {
  readonly pointer: string;
  readonly day: CivilDate;
}

function daysToCome(read: object): readonly DayToCome[] {
  const fields = read as Readonly<Record<string, CivilDate | undefined>>;
  return DAYS_TO_COME.on(read).flatMap(name => {
    const day = fields[name];
    return day === undefined ? [] : [{ pointer: pointerStep(name), day }];
  });
}

function faults(errors: readonly ValidationError[], path = ''): readonly Fault[] {
  return errors.flatMap(({ property, value, constraints = {}, children = [] }) => {
    const pointer = path + pointerStep(property);
    const own = Object.entries(constraints).map(([name, detail]) => ({ ...faultOf(name, detail, value), pointer }));
    return [...own.slice(0, 1), ...faults(children, pointer)];
  });
}

function faultOf(constraint: string, detail: string, value: unknown) {
  if (constraint === 'whitelistValidation') return { code: 'unknown-field', detail: 'Ce champ est inconnu.' };
  if (value === undefined || value === null) return { code: 'missing-field', detail: 'Ce champ manque.' };
  return { code: 'invalid-field', detail };
}
