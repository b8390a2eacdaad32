import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { problem, ProblemException, type Fault } from './problem.js';

/**
 * Checks bodies and queries against the class that describes them. Refuses unknown fields and every fault, each with its
 * JSON pointer; a body that no class describes is a fault of the house.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: refused,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!this.toValidate(metadata)) {
      if (metadata.type === 'body') throw new Error('Un corps que nulle classe ne décrit.');
      return value;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ProblemException(problem('invalid-body', 400, 'Demande illisible', 'Un objet JSON est attendu.'));
    return super.transform({ ...value }, metadata);
  }
}

function refused(errors: readonly ValidationError[]): ProblemException {
  const found = faults(errors);
  const detail = found.map(fault => `${fault.pointer} : ${fault.detail}`).join(' ');
  return new ProblemException(problem('invalid-body', 422, 'Des champs sont à corriger', detail, { errors: found }));
}

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
