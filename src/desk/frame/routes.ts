import { applyDecorators, Get, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { Access, type AccessRule } from '../../api/access.js';
import { PageInterceptor } from './page-interceptor.js';

const page = (rule: AccessRule) => applyDecorators(Access(rule), UseInterceptors(PageInterceptor));

/** A page that is read: its handler answers a `Page`, or where else to go. */
export function ReadPage(path: string, rule: AccessRule): MethodDecorator {
  return applyDecorators(Get(path), page(rule));
}

/** A form that is sent: its handler answers the page that says what is wrong, or where to go once it is done. */
export function SendForm(path: string, rule: AccessRule): MethodDecorator {
  return applyDecorators(Post(path), HttpCode(200), page(rule));
}
