import type { EntityManager } from 'typeorm';
import { purposeOf, type PurposeName } from '../../domain/dossier/private-purposes.js';
import type { RecordedEvent } from '../../domain/dossier/state.js';

/** What one field of a fact tells beside the journal, and for what purpose. */
export interface PrivateText {
  readonly name: string;
  readonly purpose: PurposeName;
  readonly text: string;
}

/** What the facts of a dossier tell beside its journal, by the fact; a field without a purpose is read by nobody. */
export type PrivateTexts = ReadonlyMap<string, readonly PrivateText[]>;

interface Row {
  readonly id: string;
  readonly type: RecordedEvent['type'];
  readonly data: Readonly<Record<string, string>>;
}

/** Reads what the facts of a dossier tell beside its journal. Who may read what is for the caller to say. */
export async function readPrivateTexts(manager: EntityManager, poleId: string): Promise<PrivateTexts> {
  const rows = await manager.query<Row[]>(
    `SELECT j.id, j.type, p.data FROM journal j JOIN journal_private p ON p.event_id = j.id WHERE j.pole_id = $1`,
    [poleId],
  );
  return new Map(rows.map(row => [row.id, textsOf(row)]));
}

function textsOf({ type, data }: Row): readonly PrivateText[] {
  return Object.entries(data).flatMap(([name, text]) => {
    const purpose = purposeOf(type, name);
    return purpose === undefined ? [] : [{ name, purpose, text }];
  });
}
