import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SAID, toldIn } from './done.js';

/** What someone sent, field by field; a field that comes several times is a list. */
export type Sent = Readonly<Record<string, unknown>>;

/** The fields of the form that was sent, as they were typed. */
export const Typed = createParamDecorator((_data: unknown, context: ExecutionContext): Sent => {
  const { body } = context.switchToHttp().getRequest<Request>();
  return (body as Sent | undefined) ?? {};
});

/** What follows the « ? » of the address, and what it says that was just set. */
export const Asked = createParamDecorator((_data: unknown, context: ExecutionContext): Sent => {
  const request = context.switchToHttp().getRequest<Request>();
  return { ...request.query, [SAID]: toldIn(request, SAID) };
});
