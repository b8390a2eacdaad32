import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';

/** The HTML of a component. */
export const rendered = (component: VNode): string => renderToStaticMarkup(component);

/** What of it is read or heard, without what only draws. */
export const wordsOf = (component: VNode): string =>
  rendered(component)
    .replace(/<[^>]*>/g, '')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
