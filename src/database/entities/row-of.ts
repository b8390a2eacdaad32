import { getMetadataArgsStorage } from 'typeorm';

/** `paysCodes` is `pays_codes`: the name of a column follows from that of its property. */
type ColumnName<Property extends string> = Property extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${ColumnName<Rest>}`
  : Property;

type Kept<Value> = Value extends readonly (infer Item)[] ? readonly Item[] : Value;

/** A row of an entity's table as statements write it and read it: by the names of its columns. */
export type RowOf<Entity> = {
  readonly [Property in keyof Entity & string as ColumnName<Property>]: Kept<Entity[Property]>;
};

type EntityClass = abstract new () => object;

const columnArgs = (entity: EntityClass) => getMetadataArgsStorage().columns.filter(({ target }) => target === entity);
const nameOf = ({ propertyName, options }: ReturnType<typeof columnArgs>[number]) => options.name ?? propertyName;

/** The columns of an entity's own table, in the order of its properties. */
export function columnsOf(entity: EntityClass): readonly string[] {
  return columnArgs(entity).map(nameOf);
}

/** Those of its primary key. */
export function keyOf(entity: EntityClass): readonly string[] {
  return columnArgs(entity)
    .filter(({ options }) => options.primary)
    .map(nameOf);
}
