const BLANK = String.raw`(?:\s|/\*[\s\S]*?\*/)`;
/** Between quotes nothing moves; elsewhere comments go, and blanks that part nothing. */
const REDUNDANT = new RegExp(`("[^"]*"|'[^']*')|${BLANK}*([{};,])${BLANK}*|${BLANK}+`, 'g');

/** A style sheet without its comments and its blanks. */
export function minified(css: string): string {
  return css.replace(REDUNDANT, (_, quoted?: string, mark?: string) => quoted ?? mark ?? ' ').trim();
}
