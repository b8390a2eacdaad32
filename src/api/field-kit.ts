import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy, type ValidationOptions } from 'class-validator';
import { shaped, type Common, type FieldShape } from './field-shape.js';

/** A field, its schema and what it holds. Null in one that may be absent is absence. */
export function property(of: Common, schema: object, shape: FieldShape): PropertyDecorator {
  const { description, label, optional } = of;
  const whole = { ...(label === undefined ? {} : { title: label }), description, ...schema };
  return optional
    ? applyDecorators(
        shaped(of, shape),
        Transform(({ value }: { readonly value: unknown }) => value ?? undefined),
        IsOptional(),
        ApiPropertyOptional(whole),
      )
    : applyDecorators(shaped(of, shape), ApiProperty(whole));
}

/** Refuses a text that is not valid, and what is no text. */
export function checked(
  name: string,
  isValid: (text: string) => boolean,
  message: string,
  options: ValidationOptions = {},
): PropertyDecorator {
  return ValidateBy(
    { name, validator: { validate: value => typeof value === 'string' && isValid(value) } },
    { message, ...options },
  );
}

/** Rewrites a text, or each of a list, before it is checked; anything else is left for the check to refuse. */
export function readAs(rewritten: (text: string) => string): PropertyDecorator {
  const read = (value: unknown): unknown => (typeof value === 'string' ? rewritten(value) : value);
  return Transform(({ value }: { readonly value: unknown }) => (Array.isArray(value) ? value.map(read) : read(value)));
}

/** A mark that fields bear, by which the names of those of a description are found. */
export class FieldMark {
  private readonly key: symbol;

  constructor(name: string) {
    this.key = Symbol(name);
  }

  /** The names of the fields of a description that bear the mark. */
  on(target: object): readonly string[] {
    return (Reflect.getMetadata(this.key, target) as readonly string[] | undefined) ?? [];
  }

  readonly mark: PropertyDecorator = (target, name) => {
    Reflect.defineMetadata(this.key, [...this.on(target), String(name)], target);
  };
}
