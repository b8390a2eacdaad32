import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy, type ValidationOptions } from 'class-validator';

/** What every field says of itself. */
export interface Common {
  readonly description: string;
  readonly optional?: boolean;
}

/** A field and its schema. Null in one that may be absent is absence. */
export function property({ description, optional }: Common, schema: object): PropertyDecorator {
  return optional
    ? applyDecorators(
        Transform(({ value }: { readonly value: unknown }) => value ?? undefined),
        IsOptional(),
        ApiPropertyOptional({ description, ...schema }),
      )
    : applyDecorators(ApiProperty({ description, ...schema }));
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
