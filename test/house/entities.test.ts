import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityMetadata } from 'typeorm';
import { ENTITIES } from '../../src/database/entities/index.js';
import { columnsOf, keyOf } from '../../src/database/entities/row-of.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';

let house: BareHouse;

beforeAll(async () => {
  house = await bareHouse();
});

afterAll(() => house.close());

/** The columns of a table, each as `name type`, with `null` where nothing may be said. */
const inTheDatabase = async (table: string) =>
  (
    await house.owner.query<{ column: string }[]>(
      `SELECT concat_ws(' ', attname, format_type(atttypid, NULL), CASE WHEN NOT attnotnull THEN 'null' END) AS column
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    )
  ).map(({ column }) => column);

const keyInTheDatabase = async (table: string) =>
  (
    await house.owner.query<{ name: string }[]>(
      `SELECT attname AS name FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
       WHERE indrelid = $1::regclass AND indisprimary`,
      [table],
    )
  ).map(({ name }) => name);

const TYPES: Readonly<Record<string, string>> = { int: 'integer', timestamptz: 'timestamp with time zone' };

const inTheEntity = ({ columns }: EntityMetadata) =>
  columns.map(({ databaseName, type, isArray, isNullable }) => {
    const name = TYPES[String(type)] ?? String(type);
    return [databaseName, `${name}${isArray ? '[]' : ''}`, ...(isNullable ? ['null'] : [])].join(' ');
  });

describe.each(ENTITIES.map(entity => [entity.name, entity] as const))('the entity %s', (_name, entity) => {
  const metadata = () => house.source.getMetadata(entity);

  it('names the columns that the migrations made, and no other, with their types', async () => {
    expect(inTheEntity(metadata()).sort()).toEqual((await inTheDatabase(metadata().tableName)).sort());
  });

  it('has the key of its table', async () => {
    const key = metadata().primaryColumns.map(({ databaseName }) => databaseName);
    expect(key.sort()).toEqual((await keyInTheDatabase(metadata().tableName)).sort());
  });

  it('names each column after its property, as the types of its rows do', () => {
    const snake = (property: string) => property.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
    const { columns, primaryColumns } = metadata();
    expect(columns.map(({ databaseName }) => databaseName)).toEqual(
      columns.map(({ propertyName }) => snake(propertyName)),
    );
    if (Object.getPrototypeOf(entity) !== Function.prototype) return;
    expect([columnsOf(entity), keyOf(entity)]).toEqual(
      [columns, primaryColumns].map(list => list.map(({ databaseName }) => databaseName)),
    );
  });
});
