import type { EntityManager } from 'typeorm';
import { formatFrench, type CivilDate } from '../../domain/kernel/civil-date.js';
import { refuse } from '../../domain/kernel/refusal.js';
import { RefusedError } from '../refused.js';

/** Refuses as delegate on some days: oneself, who does not hold a role on all of them, who mails do not reach, who is away. */
export async function refuseDelegate(
  manager: EntityManager,
  contact: string,
  delegate: string,
  firstDay: CivilDate,
  lastDay: CivilDate,
): Promise<void> {
  const no = (code: string, why: string) => new RefusedError([refuse(code, why, { pointer: '/delegate' })]);
  if (delegate === contact) throw no('delegate-self', 'On ne se délègue pas à soi-même.');
  const [found] = await manager.query<{ there: boolean; reachable: boolean; away: boolean }[]>(
    `SELECT daterange(valid_from, valid_to, '[]') @> daterange($2, $3, '[]') AS there,
       unreachable_since IS NULL AS reachable, EXISTS (SELECT FROM absences a WHERE a.contact_id = c.id
         AND daterange(first_day, last_day, '[]') && daterange($2, $3, '[]')) AS away
     FROM contacts c WHERE id = $1`,
    [delegate, firstDay, lastDay],
  );
  if (!found?.there)
    throw no('delegate-gone', 'La personne à qui vous déléguez n’est pas en fonction pendant toute cette absence.');
  if (!found.reachable)
    throw no('delegate-unreachable', 'Les courriers ne parviennent plus à la personne à qui vous déléguez.');
  if (found.away) throw no('delegate-away', 'La personne à qui vous déléguez est elle-même absente ces jours-là.');
}

/** Refuses that someone goes away on days on which they receive in the place of someone absent. */
export async function refuseReceiver(
  manager: EntityManager,
  contact: string,
  firstDay: CivilDate,
  lastDay: CivilDate,
): Promise<void> {
  const [found] = await manager.query<{ name: string; from: CivilDate; to: CivilDate }[]>(
    `SELECT absent.name, a.first_day AS "from", a.last_day AS "to"
     FROM absences a JOIN contacts absent ON absent.id = a.contact_id
     WHERE a.delegate_id = $1 AND daterange(a.first_day, a.last_day, '[]') && daterange($2, $3, '[]')
       AND daterange(absent.valid_from, absent.valid_to, '[]') && daterange($2, $3, '[]')
     ORDER BY a.first_day LIMIT 1`,
    [contact, firstDay, lastDay],
  );
  if (!found) return;
  const { name } = found;
  const days = `du ${formatFrench(found.from)} au ${formatFrench(found.to)}`;
  const why = `Cette personne reçoit à la place de « ${name} » ${days} : nommez d’abord quelqu’un d’autre pour « ${name} ».`;
  throw new RefusedError([refuse('delegation-received', why, { pointer: '/firstDay' })]);
}
