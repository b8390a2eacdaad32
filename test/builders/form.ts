/** `npm run test:long` has what is long by nature at its full length. */
const IS_LONG = process.env['JALON_TEST_FORM'] === 'long';

/** What a test takes of something in `npm test`, and in its long form. */
export function inForm<T>(short: T, long: T): T {
  return IS_LONG ? long : short;
}
