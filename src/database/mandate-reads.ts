import { LessThanOrEqual, type DataSource } from 'typeorm';
import { rolesThat } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { MandateRow } from './entities/index.js';

const REGION = rolesThat('region')
  .map(role => `'${role}'`)
  .join(', ');

/** A role that someone absent lends. */
export interface DelegatedMandate extends Pick<MandateRow, 'role' | 'bodies' | 'pays'> {
  readonly insteadOf: string;
}

/**
 * Among people of one service: the Région's lend to the Région's, the others to their likes, in the role that each really
 * holds. Never lent again, and nothing to or from who administers.
 */
export const delegatedTo = (account: string, day: string): string => `
  SELECT DISTINCT m.role, m.bodies, m.pays, absent.account AS "insteadOf"
  FROM absences a JOIN contacts delegate ON delegate.id = a.delegate_id JOIN contacts absent ON absent.id = a.contact_id
  JOIN mandates m ON m.account = absent.account AND m.role = absent.role
  JOIN mandates own ON own.account = delegate.account AND own.role = delegate.role
  WHERE a.lends AND ${day} >= m.valid_from AND ${day} >= own.valid_from AND delegate.account = ${account} AND absent.account <> ${account} AND ${day} BETWEEN a.first_day AND a.last_day
    AND ${day} >= delegate.valid_from AND (delegate.valid_to IS NULL OR ${day} <= delegate.valid_to)
    AND ${day} >= absent.valid_from AND (absent.valid_to IS NULL OR ${day} <= absent.valid_to)
    AND (delegate.role = absent.role OR ARRAY[delegate.role, absent.role] <@ ARRAY[${REGION}])
    AND NOT EXISTS (SELECT FROM mandates WHERE account IN (delegate.account, absent.account) AND role = 'admin')
  ORDER BY m.role, "insteadOf"`;

/** Reads of who holds which role. */
export class MandateReads {
  constructor(private readonly source: DataSource) {}

  /** The roles that people absent on a day have delegated to an account, each with whose it is. */
  async delegated(account: string, day: CivilDate): Promise<readonly DelegatedMandate[]> {
    return this.source.query<DelegatedMandate[]>(delegatedTo('$1', '$2::date'), [account, day]);
  }

  /** The roles that an account holds itself on a day. */
  async of(account: string, day: CivilDate): Promise<readonly MandateRow[]> {
    return this.source
      .getRepository(MandateRow)
      .find({ where: { account, validFrom: LessThanOrEqual(day) }, order: { role: 'ASC', id: 'ASC' } });
  }
}
