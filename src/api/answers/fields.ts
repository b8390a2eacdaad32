import { ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** What may be said of a field that is answered. A field is always there, and never null, unless it says so. */
interface Shown {
  readonly description?: string;
  readonly nullable?: true;
  /** Left out where there is nothing to say. */
  readonly optional?: true;
}

type AnswerClass = new () => object;

const EXAMPLE_ID = '0190a0aa-0000-7000-8000-000000000001';

const shown = (schema: object, { optional, ...more }: Shown): PropertyDecorator =>
  ApiProperty({ ...schema, ...more, ...(optional ? { required: false } : {}) });

export const Text = (example: string, more: Shown = {}) => shown({ type: String, example }, more);

export const Texts = (example: readonly string[], more: Shown = {}) =>
  shown({ type: 'array', items: { type: 'string' }, example }, more);

export const Uuid = (more: Shown = {}) => shown({ type: String, format: 'uuid', example: EXAMPLE_ID }, more);

/** A civil day. */
export const Day = (example: string, more: Shown = {}) => shown({ type: String, format: 'date', example }, more);

/** An instant, in UTC. */
export const Moment = (example: string, more: Shown = {}) =>
  shown({ type: String, format: 'date-time', example }, more);

/** An amount in euros, with two decimals. */
export const Amount = (example: string, more: Shown = {}) =>
  shown({ type: String, pattern: '^-?\\d+\\.\\d{2}$', example }, more);

export const Whole = (example: number, more: Shown = {}) => shown({ type: 'integer', example }, more);

export const YesNo = (example: boolean, more: Shown = {}) => shown({ type: Boolean, example }, more);

export const Among = (values: readonly string[], more: Shown = {}) =>
  shown({ type: String, enum: values, example: values[0] }, more);

/** An answer within another. Swagger knows a lazy type by the name `type` of its function. */
export const Part = (type: () => AnswerClass, more: Shown = {}) => shown({ type: () => type() }, more);

export const Parts = (type: () => AnswerClass, more: Shown = {}) => shown({ type: () => type(), isArray: true }, more);

/** Answers by key. Their class is declared where they are answered, by `ApiExtraModels`. */
export const PartsByKey = (type: AnswerClass, more: Shown = {}) =>
  shown({ type: 'object', additionalProperties: { $ref: getSchemaPath(type) } }, more);

/** Values by key. */
export const ValuesByKey = (schema: object, example: object, more: Shown = {}) =>
  shown({ type: 'object', additionalProperties: schema, example }, more);
