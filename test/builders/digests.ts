import { setPreference } from '../../src/record/people/contacts.js';
import type { BareHouse } from '../rig/bare-house.js';

type Sources = Pick<BareHouse, 'source'>;

/** Makes of an account someone who wants one mail a week. */
export async function weeklyReader({ source }: Sources, account: string): Promise<void> {
  const contacts = await source.query<{ id: string }[]>('SELECT id FROM contacts WHERE account = $1', [account]);
  for (const { id } of contacts) await setPreference(source.manager, id, '*', 'weekly');
}

/** The digests of an address, the first first: when each left, and the rungs of the council's opinion that it tells. */
export async function digestsOf({ source }: Sources, address: string) {
  return source.query<{ sentAt: string | null; subject: string; rungs: readonly string[] }[]>(
    `SELECT m.sent_at AS "sentAt", m.subject, array_agg(n.rung ORDER BY n.rung_day, n.rung) AS rungs
     FROM mails m JOIN notices n ON n.mail_id = m.id
     WHERE m.digest AND n.kind = 'council-opinion' AND lower(m.address) = $1 GROUP BY m.id ORDER BY m.id`,
    [address],
  );
}
