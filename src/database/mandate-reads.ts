import { LessThanOrEqual, type DataSource } from 'typeorm';
import { LONGEST_ABSENCE } from '../domain/reminders/longest-absence.js';
import { rolesThat, rolesWhoseSight, type Role } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { MandateRow, type ContactRow } from './entities/index.js';

const quoted = (roles: readonly Role[]): string => roles.map(role => `'${role}'`).join(', ');
const REGION = quoted(rolesThat('region'));

/** A role that someone absent lends. */
export interface DelegatedMandate extends Pick<MandateRow, 'role' | 'bodies' | 'pays'> {
  readonly insteadOf: string;
}

/** The roles held for bodies or for pays: what they may do is theirs alone. */
const BODIES = quoted(rolesWhoseSight('own-bodies'));
const PAYS = quoted(rolesWhoseSight('own-pays'));

/** The bodies, or the pays, of the absent that the delegate represents too, or is the named contact of. */
const shared = (names: 'bodies' | 'pays') => `ARRAY(
  SELECT unnest(m.${names}) INTERSECT SELECT unnest(own.${names} || delegate.${names}) ORDER BY 1)`;

/**
 * What an absent person may lend a delegate, both contacts: among people of one service, the Région's to the Région's, the
 * others to their likes for a body or a pays that the delegate already acts or is written to for, in the role that each
 * really holds. Never lent again, and nothing to or from who administers.
 */
const LENT = `
  JOIN mandates m ON m.account = absent.account AND m.role = absent.role
  JOIN mandates own ON own.account = delegate.account AND own.role = delegate.role
  CROSS JOIN LATERAL (SELECT CASE WHEN m.role IN (${BODIES}) THEN ${shared('bodies')} ELSE m.bodies END AS bodies,
    CASE WHEN m.role IN (${PAYS}) THEN ${shared('pays')} ELSE m.pays END AS pays) lent
  WHERE delegate.account <> absent.account
    AND (delegate.role = absent.role OR ARRAY[delegate.role, absent.role] <@ ARRAY[${REGION}])
    AND (m.role NOT IN (${BODIES}) OR cardinality(lent.bodies) > 0)
    AND (m.role NOT IN (${PAYS}) OR cardinality(lent.pays) > 0)
    AND NOT EXISTS (SELECT FROM mandates WHERE account IN (delegate.account, absent.account) AND role = 'admin')`;

/** The roles lent to an account on a day: those of absences that lend, for the months during which a role may be lent. */
export const delegatedTo = (account: string, day: string): string => `
  SELECT DISTINCT m.role, lent.bodies, lent.pays, absent.account AS "insteadOf"
  FROM absences a JOIN contacts delegate ON delegate.id = a.delegate_id JOIN contacts absent ON absent.id = a.contact_id
  ${LENT} AND a.lends AND delegate.account = ${account} AND ${day} BETWEEN a.first_day AND a.last_day
    AND ${day} < a.first_day + make_interval(months => ${LONGEST_ABSENCE.months})
    AND ${day} >= m.valid_from AND ${day} >= own.valid_from
    AND ${day} >= delegate.valid_from AND (delegate.valid_to IS NULL OR ${day} <= delegate.valid_to)
    AND ${day} >= absent.valid_from AND (absent.valid_to IS NULL OR ${day} <= absent.valid_to)
  ORDER BY m.role, "insteadOf"`;

/** Rows when a contact ($1) could lend its role to another ($2). */
export const COULD_LEND = `SELECT FROM contacts absent CROSS JOIN contacts delegate
  ${LENT} AND absent.id = $1 AND delegate.id = $2`;

/** The contacts to whom a contact ($1) could lend its role. */
export const LIKES = `SELECT DISTINCT delegate.id, delegate.name, delegate.role
  FROM contacts absent CROSS JOIN contacts delegate ${LENT} AND absent.id = $1 ORDER BY delegate.name, delegate.id`;

/** Reads of who holds which role. */
export class MandateReads {
  constructor(private readonly source: DataSource) {}

  /** The roles that people absent on a day have delegated to an account, each with whose it is. */
  async delegated(account: string, day: CivilDate): Promise<readonly DelegatedMandate[]> {
    return this.source.query<DelegatedMandate[]>(delegatedTo('$1', '$2::date'), [account, day]);
  }

  /** What someone who enters by the mails that they receive is written to for, on a day; never what administers. */
  async ofContact(contactId: string, day: CivilDate): Promise<readonly Pick<ContactRow, 'role' | 'bodies' | 'pays'>[]> {
    return this.source.query(
      `SELECT DISTINCT other.role, other.bodies, other.pays FROM contacts one JOIN contacts other
         ON lower(other.email) = lower(one.email) AND other.account IS NULL
       WHERE one.id = $1 AND one.account IS NULL AND NOT other.shared AND other.role IN (${BODIES}, ${PAYS})
         AND other.valid_from <= $2::date AND (other.valid_to IS NULL OR $2::date <= other.valid_to)
       ORDER BY other.role`,
      [contactId, day],
    );
  }

  /** The roles that an account holds itself on a day. */
  async of(account: string, day: CivilDate): Promise<readonly MandateRow[]> {
    return this.source
      .getRepository(MandateRow)
      .find({ where: { account, validFrom: LessThanOrEqual(day) }, order: { role: 'ASC', id: 'ASC' } });
  }
}
