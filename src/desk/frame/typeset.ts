import { typographic } from '../../domain/kernel/french.js';

/** What Preact writes: what is to be edited, a tag with its quoted attributes, or the words between. */
const PARTS = /<textarea\b[\s\S]*?<\/textarea>|<(?:"[^"]*"|[^>"])*>|[^<]+/g;

/**
 * The words of a page as French prints them, whoever wrote them: typographic apostrophes, no line that begins by
 * « : », « ? » or « € », no number cut in two. Attributes, and what stands in a field to be edited, are left as they are.
 */
export function typeset(html: string): string {
  return html.replace(PARTS, part => (part.startsWith('<') ? part : printed(part)));
}

function printed(words: string): string {
  return typographic(words)
    .replace(/ (?=[:;!?»])|(?<=«) /g, '\u202f')
    .replace(/ (?=[€%])|(?<=\d) (?=\d)/g, '\u00a0');
}
