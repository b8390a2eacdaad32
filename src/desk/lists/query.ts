/** The address of a list with some of what it asks changed; what is undefined or empty is left out. */
export function addressOf(
  path: string,
  asked: object,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const entries = Object.entries({ ...asked, ...changes }) as readonly (readonly [string, string | undefined])[];
  const search = new URLSearchParams(
    entries.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
  return search.size === 0 ? path : `${path}?${search}`;
}
