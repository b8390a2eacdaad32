import {
  applyDecorators,
  Get,
  HttpCode,
  Post,
  SetMetadata,
  UseFilters,
  UseInterceptors,
  type Type,
} from '@nestjs/common';
import { Access, PAGE, type AccessRule } from '../../api/access.js';
import { PageFilter } from './page-filter.js';
import { PageInterceptor } from './page-interceptor.js';
import { PartFilter } from './part-filter.js';

const page = (rule: AccessRule, filter: Type<PageFilter | PartFilter> = PageFilter) =>
  applyDecorators(Access(rule), SetMetadata(PAGE, true), UseFilters(filter), UseInterceptors(PageInterceptor));

/** A page that is read: its handler answers a `Page`, or where else to go. */
export function ReadPage(path: string, rule: AccessRule): MethodDecorator {
  return applyDecorators(Get(path), page(rule));
}

/** A part of a page that is asked for again by itself: its handler answers a `Part`, or the page for who asks for no part. */
export function ReadPart(path: string, rule: AccessRule): MethodDecorator {
  return applyDecorators(Get(path), page(rule, PartFilter));
}

/** A file that is read beside the pages, by their session. */
export function ReadFile(path: string, rule: AccessRule): MethodDecorator {
  return applyDecorators(Get(path), Access(rule), SetMetadata(PAGE, true), UseFilters(PageFilter));
}

/** A form that is sent: its handler answers the page that says what is wrong, or where to go once it is done. */
export function SendForm(path: string, rule: AccessRule, filter?: Type<PageFilter>): MethodDecorator {
  return applyDecorators(Post(path), HttpCode(200), page(rule, filter));
}
