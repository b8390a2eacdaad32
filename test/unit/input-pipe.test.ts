import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActBody } from '../../src/api/body.js';
import { BodyIdentityBody, ReasonBody } from '../../src/api/bodies.js';
import { CivilDay, CountOrNull, Email, Euros, Fingerprint, Id, Name, OneOf } from '../../src/api/fields.js';
import { Nested, NestedList } from '../../src/api/nested-fields.js';
import { BicField, IbanField, SiretField, SiretList } from '../../src/api/identifier-fields.js';
import { InputPipe } from '../../src/api/input-pipe.js';
import type { CivilDate } from '../../src/domain/kernel/civil-date.js';

const pipe = new InputPipe(() => Promise.resolve('2026-02-02' as CivilDate));
type Described = new () => object;
const read = (value: unknown, metatype: Described = ActBody) => pipe.transform(value, { type: 'body', metatype });
const faultsOf = async (value: unknown, metatype?: Described) => {
  const refusal: unknown = await read(value, metatype).catch((error: unknown) => error);
  return (refusal as { body: { status: number; errors: { code: string; pointer: string; detail: string }[] } }).body;
};
const refused = (value: unknown, pointer: string, metatype?: Described, code?: string) =>
  expect(faultsOf(value, metatype)).resolves.toMatchObject({
    status: 422,
    errors: expect.arrayContaining([expect.objectContaining({ pointer, ...(code === undefined ? {} : { code }) })]),
  });

class LineBody {
  @CountOrNull({ description: 'Une valeur', example: 3 })
  value!: number | null;
}

class WideBody {
  @Nested(() => BodyIdentityBody, { description: 'Une structure', optional: true })
  carrier?: BodyIdentityBody;

  @NestedList(() => LineBody, { description: 'Des lignes', optional: true, example: [{ value: 3 }] })
  lines?: LineBody[];

  @CivilDay({ description: 'Un jour à venir', optional: true, example: '2026-09-28' })
  until?: string;

  @Euros({ description: 'Un montant', optional: true, example: '35000.00' })
  amount?: string;

  @SiretField({ description: 'Un SIRET', optional: true, example: '23350001600040' })
  siret?: string;

  @SiretList({ description: 'Des SIRET', optional: true, example: ['23350001600040'] })
  bodies?: string[];

  @IbanField({ description: 'Un compte', optional: true, example: 'FR7630006000011234567890189' })
  iban?: string;

  @BicField({ description: 'Une banque', optional: true, example: 'AGRIFRPP' })
  bic?: string;

  @Email({ description: 'Une adresse', optional: true, example: 'ess@region.example' })
  email?: string;

  @Id({ description: 'Un identifiant', optional: true })
  id?: string;

  @Fingerprint({ description: 'Une empreinte', optional: true })
  hash?: string;

  @Name({ description: 'Un nom', optional: true, example: 'Groupe fictif' })
  name?: string;

  @OneOf({ day: 'Jour', month: 'Mois' }, { description: 'Un choix', optional: true })
  pace?: string;
}

const wide = (value: unknown) => read(value, WideBody);
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const ownName = (name: string) => JSON.parse(`{${JSON.stringify(name)}: 1}`) as object;

describe('what is sent to a route', () => {
  it('is an instance of the class that describes it', async () => {
    expect(await read({ date: '2026-03-14' })).toEqual(Object.assign(new ActBody(), { date: '2026-03-14' }));
  });

  it('is refused with a pointer to each fault, of which a field that nobody described', async () => {
    await expect(read({ date: 'hier', secret: 1 })).rejects.toMatchObject({
      body: {
        status: 422,
        errors: [
          { code: 'unknown-field', pointer: '/secret' },
          { code: 'invalid-field', pointer: '/date' },
        ],
      },
    });
  });

  it.each([[undefined], [null], ['texte'], [[]]])('is an object: %j is not', async value => {
    await expect(read(value)).rejects.toMatchObject({ body: { status: 400 } });
  });

  it('never passes unchecked where no class describes it', async () => {
    await expect(pipe.transform({}, { type: 'body', metatype: Object })).rejects.toThrow(/nulle classe/);
  });

  it('is left as it came where it is a part of the address', async () => {
    expect(await pipe.transform(['a', 'b'], { type: 'query', data: 'pole', metatype: String })).toEqual(['a', 'b']);
  });
});

describe('null', () => {
  it('in a field that may be absent is absence, however deep', async () => {
    expect(Object.entries((await read({ date: null, datePrecision: null })) as object)).toEqual([]);
    const nulls = Object.fromEntries(Object.keys(await everyField()).map(name => [name, null]));
    expect(Object.entries((await wide(nulls)) as object)).toEqual([]);
    const carrier = { name: 'Association fictive', siret: '23350001600040' };
    expect(await wide({ carrier: { ...carrier, rna: null } })).toEqual(
      Object.assign(new WideBody(), { carrier: Object.assign(new BodyIdentityBody(), carrier) }),
    );
  });

  it('stays where it says « non renseigné »', async () => {
    expect(await wide({ lines: [{ value: null }] })).toMatchObject({ lines: [{ value: null }] });
  });

  it.each([[{ reason: null }], [{}]])('in a field that must be there is told as missing: %j', body =>
    refused(body, '/reason', ReasonBody, 'missing-field'),
  );

  it('is told as missing in what is nested too', () =>
    refused({ carrier: { name: null, siret: '23350001600040' } }, '/carrier/name', WideBody, 'missing-field'));

  it('is no element of a list', async () => {
    await refused({ lines: [null] }, '/lines/0', WideBody);
    await refused({ bodies: [null] }, '/bodies', WideBody);
  });
});

describe('texts', () => {
  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['a zero-width space', '\u200b'],
    ['half a pair of surrogates', 'a\ud800b'],
    ['U+0000', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
  ])('that are %s are refused', (_name, reason) => refused({ reason }, '/reason', ReasonBody));

  it('are kept without overrides of direction, and composed', async () => {
    expect(await read({ reason: '\u202eE\u0301lan\u202c\r\nfin ' }, ReasonBody)).toMatchObject({ reason: 'Élan\nfin' });
    expect(await wide({ name: ' Groupe \u200b\n fictif' })).toMatchObject({ name: 'Groupe fictif' });
  });

  it('that are broken are refused in a field that nobody described, and in a list', async () => {
    await refused({ x: ['a', 'b\udc00'] }, '/x/1');
    await refused({ bodies: ['\ud800'] }, '/bodies/0', WideBody);
  });
});

describe('what is pasted with blanks', () => {
  it('is read without them', async () => {
    expect(
      await wide({
        ...{ until: ' 2026-09-28\u00a0', amount: ' 12 080,50 ', siret: '233 500 016 00040\n' },
        ...{ bodies: [' 23350001600040'], iban: 'fr76 3000 6000 0112 3456 7890 189', bic: ' agrifrpp ' },
        ...{ email: ' ess@region.example\t', id: ' 0190A0AA-0000-7000-8000-000000000001' },
        hash: `${'A'.repeat(64)} `,
      }),
    ).toEqual(
      Object.assign(new WideBody(), {
        ...{ until: '2026-09-28', amount: ' 12 080,50 ', siret: '23350001600040', bodies: ['23350001600040'] },
        ...{ iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', email: 'ess@region.example' },
        ...{ id: '0190a0aa-0000-7000-8000-000000000001', hash: 'a'.repeat(64) },
      }),
    );
  });
});

describe('bank details', () => {
  it.each([
    ['a key of RIB that is wrong under a right key of IBAN', 'FR2430006000011234567890188'],
    ['a length that is not of its country', 'DE893704004405320130001'],
    ['a country that has no IBAN', 'US64SVBKUS6S3300958879'],
  ])('with %s are refused', (_name, iban) => refused({ iban }, '/iban', WideBody));

  it.each(['FR7630006000011234567890189', 'DE89370400440532013000', 'BE68539007547034'])('%s is an account', iban =>
    expect(wide({ iban })).resolves.toMatchObject({ iban }),
  );

  it.each(['AGRIXXPP', 'AGRIFRP', '_/'])('« %s » is no bank', bic => refused({ bic }, '/bic', WideBody));
});

describe('days to come', () => {
  it.each(['9999-12-31', '2206-01-01', '2036-02-03', '1999-12-31', '1900-01-01'])('%s is a slip', until =>
    refused({ until }, '/until', WideBody, 'unlikely-year'),
  );

  it.each(['2000-01-01', '2008-06-30', '2036-02-02'])('%s may be meant', until =>
    expect(wide({ until })).resolves.toMatchObject({ until }),
  );
});

describe('the shape of what is sent', () => {
  it.each([20_000, 200, 14])('%i levels deep is refused before it is looked at', async depth => {
    const body = await faultsOf(JSON.parse(nested(depth)));
    expect(body).toMatchObject({ status: 422, errors: [{ pointer: expect.stringMatching(/^(\/a){12,13}$/) }] });
    await refused({ carrier: JSON.parse(nested(depth)) as object }, `/carrier${'/a'.repeat(12)}`, WideBody);
  });

  it('a hundred thousand values wide is refused', async () => {
    await refused({ lines: Array.from({ length: 100_000 }, () => ({ value: 1 })) }, '/lines/4999', WideBody);
    await refused({ lines: Array.from({ length: 260_000 }, () => 1) }, '/lines/9998', WideBody);
  });

  it('tells fifty faults at most, and shortens the names that it repeats', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 900 }, (_, rank) => [`x${rank}`, 1]));
    expect((await faultsOf(unknown)).errors).toHaveLength(50);
    await refused(
      { ['a/~'.repeat(100)]: 1 },
      `/${'a/~'.repeat(100).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}…`,
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'a field « %s » is unknown, as any that nobody described',
    async name => {
      await refused(ownName(name), `/${name}`, ActBody, 'unknown-field');
      await refused({ carrier: ownName(name) }, `/carrier/${name}`, WideBody, 'unknown-field');
    },
  );

  it.each([
    [{ carrier: [{ name: 'Association', siret: '23350001600040' }] }, '/carrier'],
    [{ carrier: 'Association' }, '/carrier'],
    [{ lines: { value: 1 } }, '/lines'],
    [{ name: { texte: 'a' } }, '/name'],
    [{ name: ['a'] }, '/name'],
    [{ amount: 35_000 }, '/amount'],
    [{ amount: ['35000.00'] }, '/amount'],
    [{ pace: ['day'] }, '/pace'],
    [{ until: 20_260_101 }, '/until'],
  ])('of another type than described is refused: %j', (body, at) => refused(body, at, WideBody));

  it('is read or refused with a pointer, and never fails, whatever JSON it is', async () => {
    const names = fc.constantFrom(...Object.keys(await everyField()), '__proto__', 'x');
    const bodies = fc.dictionary(names, fc.jsonValue({ depthSize: 'medium', stringUnit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(bodies, async value => {
        const found: unknown = await wide(value).catch((error: unknown) => error);
        if (found instanceof WideBody) return;
        expect(found).toMatchObject({ body: { status: 422, errors: expect.anything() } });
      }),
    );
  });
});

async function everyField(): Promise<object> {
  const { body } = (await wide({
    ...{ carrier: 1, lines: 1, until: 1, amount: 1, siret: 1, bodies: 1, iban: 1, bic: 1, email: 1, id: 1, hash: 1 },
    ...{ name: 1, pace: 1 },
  }).catch((error: unknown) => error)) as { body: { errors: { pointer: string }[] } };
  return Object.fromEntries(body.errors.map(({ pointer }) => [pointer.slice(1), true]));
}
