/** JSON that is written as it stands: no value says it. */
export class Raw {
  constructor(readonly text: string) {}
}

/** The JSON of a value in which some is raw. */
export function written(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).map(([name, held]) => `${JSON.stringify(name)}:${written(held)}`);
  return `{${fields.join(',')}}`;
}

const deep = (depth: number, open: string, close: string) => new Raw(`${open.repeat(depth)}1${close.repeat(depth)}`);

/** Names that every object has of itself. */
export const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
] as const;

const TEXTS = [
  ...[
    '',
    ' ',
    '\u200b',
    '\u202eabc\u202c',
    '\u3164',
    'a\u0000b',
    'a\u0007b',
    'a\ud800b',
    '\udc00',
    '\ufeff',
    'e\u0301',
  ],
  ...['null', 'true', 'NaN', '<script>', "' OR 1=1 --", '../../etc/passwd', '{{link}}', '😀', 'İ', '\r\n.\r\nQUIT'],
  ...['x'.repeat(201), 'x'.repeat(5000), 'x'.repeat(100_001), '(((((((((('.repeat(500)],
  ...['57014', 'terminat', '08006', ...PROTOTYPE_NAMES],
];
const DAYS = [
  ...['9999-12-31', '9997-01-01', '10000-01-01', '0000-01-01', '1900-01-01', '2206-01-01', '2026-02-30', '2000-02-29'],
  ...['2026-02-02T00:00:00Z', ' 2026-02-02 ', '02/02/2026', '２０２６-02-02', '-0001-01-01', '2026-W05'],
];
const AMOUNTS = [
  ...['120 80', '12 080', '2 0000', '-1', '1e5', '0x10', '1.234', '9999999999999', '99999999999999', 'Infinity', '.5'],
  ...['0', '0.00', '20\u202f000,50', '1\u00a0000 50', '٣٥'],
];
const IDENTIFIERS = [
  ...['99990101000010', '23350001600041', '233 500 016 00040', 'W351234567', 'FR7630006000011234567890189'],
  ...['FR2430006000011234567890188', 'DE893704004405320130001', 'AGRIXXPP', '0190A0AA-0000-7000-8000-000000000001'],
  ...[
    'a@b',
    '"evil@attacker.example x"@region.example',
    'é@é.fr',
    'a@b.fr\r\nBcc: c@d.fr',
    'f'.repeat(64),
    'F'.repeat(64),
  ],
];
const NUMBERS = [0, -1, -0, 1, 1.5, 2_147_483_647, 2_147_483_648, 1e21, 1e308];

/** What may be put where anything is asked. */
export const HOSTILE: readonly unknown[] = [
  ...[null, true, false, [], {}, [null], [[]], [{}], { a: 1 }, { length: 1e9 }, { toJSON: 1 }],
  ...NUMBERS,
  ...TEXTS,
  ...DAYS,
  ...AMOUNTS,
  ...IDENTIFIERS,
  ...PROTOTYPE_NAMES.map(name => new Raw(`{${JSON.stringify(name)}:{"polluted":true}}`)),
  ...[deep(20_000, '[', ']'), deep(20_000, '{"a":', '}'), deep(13, '[', ']')],
  ...[new Raw('1e400'), new Raw('-1e400'), new Raw('9007199254740993'), new Raw('{"then":1}'), new Raw('"\\u0000"')],
  ...[Array.from({ length: 1000 }, () => '02'), Array.from({ length: 12_000 }, () => 1)],
];

/** Whole bodies that are none, or barely. */
export const BROKEN_BODIES: readonly string[] = [
  ...['', '{', '[]', 'null', '""', '1', '{"a":1}garbage', "{'a':1}", '{"a":1,}', '\ufeff{}', '{"a":NaN}', 'terminat'],
  ...['{"date":"2026-02-02","date":null}', '[{}]', `[${'1,'.repeat(100_000)}1]`, `${'['.repeat(50_000)}`, '\u0000'],
  ...[`{${Array.from({ length: 9000 }, (_, rank) => `"f${rank}":1`).join(',')}}`],
  ...[`{"__proto__":{"isAdmin":true}}`, `{"a":"${'y'.repeat(600_000)}"}`],
];

/** What an address may hold where an identifier, a rank or a name is asked: already encoded. */
export const HOSTILE_SEGMENTS: readonly string[] = [
  ...PROTOTYPE_NAMES,
  ...[
    '%00',
    '%ff',
    '..%2f..%2fetc',
    '%F0%9F%98%80',
    '%20',
    '0',
    '-1',
    '01',
    '100',
    '1e3',
    '2147483648',
    'null',
    '57014',
  ],
  ...['x'.repeat(3000), '%ED%A0%80', "'%20OR%201=1", '*', '%E2%80%8B', '2027', 'names'],
];

/** What a header may hold that names a version. */
export const HOSTILE_TAGS: readonly string[] = [
  ...['*', '"1"', 'W/"1"', '"0", "1"', '"2147483647"', '"2147483648"', '"99999999999999999999"', '"-1"', '""'],
  ...[
    'abc',
    '"',
    'W/',
    '"1" "2"',
    '*, "1"',
    ', ,',
    '"\u00e9"',
    '"1";q=1',
    `${'"1",'.repeat(1000)}"2"`,
    '"'.repeat(4001),
  ],
];

export const HOSTILE_KEYS: readonly string[] = [
  ...['', 'abc', '00000000-0000-0000-0000-000000000000', 'x'.repeat(300), '"0190a0aa-0000-7000-8000-000000000001"'],
  ...['0190A0AA-0000-7000-8000-00000000000A', '\u00ff', '0190a0aa-0000-7000-8000-000000000001, 2'],
];

export const MEDIA_TYPES: readonly string[] = [
  ...['text/plain', 'application/xml', 'application/json; charset=utf-16', 'application/json; charset=latin1', 'a'],
  ...['application/merge-patch+json', 'multipart/form-data; boundary=x', 'application/json;', ''],
];
