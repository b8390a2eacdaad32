import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { Absence, Directory, Pace, Person, Sought } from '../../domain/reminders/recipients.js';

interface DirectoryRow extends Omit<Person, 'absences'> {
  readonly absence: Absence | null;
  readonly chosen: Readonly<Record<string, Pace>> | null;
}

/** An absence `a`, with its delegate `d`, as the rules know it. */
export const ABSENCE = `jsonb_build_object('from', a.first_day, 'to', a.last_day, 'delegate',
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'account', d.account, 'from', d.valid_from, 'to', d.valid_to,
    'reachable', d.unreachable_since IS NULL) END)`;

/** Reads who holds which role between two days, both included: everyone, or those who are sought. */
export async function readDirectory(
  manager: EntityManager,
  from: CivilDate,
  to: CivilDate,
  sought?: Sought,
): Promise<Directory> {
  const rows = await manager.query<DirectoryRow[]>(
    `SELECT c.id, c.role, c.account, c.bodies, c.pays, c.valid_from AS "from", c.valid_to AS "to", c.unreachable_since IS NULL AS reachable,
       CASE WHEN a.id IS NOT NULL THEN ${ABSENCE} END AS absence,
       (SELECT jsonb_object_agg(p.contact_id || '/' || p.kind, p.pace) FROM preferences p
        WHERE p.contact_id IN (c.id, a.delegate_id)) AS chosen
     FROM contacts c LEFT JOIN absences a ON a.contact_id = c.id AND a.first_day <= $2 AND a.last_day >= $1
       LEFT JOIN contacts d ON d.id = a.delegate_id
     WHERE c.valid_from <= $2 AND (c.valid_to IS NULL OR c.valid_to >= $1) AND ($3::text[] IS NULL OR (
       c.role = ANY($3) AND (c.bodies = '{}' OR c.bodies && $4) AND (c.pays = '{}' OR c.pays && $5)))
     ORDER BY c.id, a.first_day`,
    [from, to, sought?.roles ?? null, sought?.bodies ?? [], sought?.pays ?? []],
  );
  const people = new Map<string, Person>();
  for (const { absence, chosen: _chosen, ...person } of rows) {
    const absences = people.get(person.id)?.absences ?? [];
    people.set(person.id, { ...person, absences: absence ? [...absences, absence] : absences });
  }
  const paces = rows.flatMap(({ chosen }) => Object.entries(chosen ?? {}));
  return { people: [...people.values()], paces: new Map(paces) };
}
