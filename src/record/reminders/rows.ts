import type { MailRow, NoticeRow, TaskRow } from '../../database/entities/index.js';

/** The name of a column, as the entities derive it from that of a property. */
type ColumnOf<Property> = Property extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${ColumnOf<Tail>}`
  : '';

/**
 * A row as it is written in JSON, under the names of its columns. PostgreSQL drops a key that it does not know, and leaves
 * null a column that lacks: the compiler holds both to the entity, so that neither happens unseen.
 */
export type JsonRow<Entity> = { readonly [Property in keyof Entity & string as ColumnOf<Property>]: Entity[Property] };

export type NoticeColumns = JsonRow<NoticeRow>;
export type MailColumns = JsonRow<MailRow>;
export type TaskColumns = JsonRow<TaskRow>;
