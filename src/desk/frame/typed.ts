import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SAID, toldIn } from './done.js';

/** What someone sent, by the names of the fields: a text, or several. */
export type Sent = Readonly<Record<string, string | readonly string[] | undefined>>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** The fields of what was sent that hold texts, as those of a form do: JSON may hold anything. */
export function sentIn(body: unknown): Sent {
  if (typeof body !== 'object' || body === null) return {};
  const texts = Object.entries(body).filter(
    ([, value]) => isText(value) || (Array.isArray(value) && value.every(isText)),
  );
  return Object.fromEntries(texts);
}

/** The fields of the form that was sent, as they were typed. */
export const Typed = createParamDecorator((_data: unknown, context: ExecutionContext): Sent => {
  const { body }: { readonly body?: unknown } = context.switchToHttp().getRequest<Request>();
  return sentIn(body);
});

/** What follows the « ? » of the address, and what it says that was just set. */
export const Asked = createParamDecorator((_data: unknown, context: ExecutionContext): Sent => {
  const request = context.switchToHttp().getRequest<Request>();
  return { ...sentIn(request.query), [SAID]: toldIn(request, SAID) };
});
