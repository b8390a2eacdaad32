import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Perimeter } from '../domain/dossier/reading.js';
import type { OfficialName, Right } from '../domain/settings/events.js';
import { isWithin } from './perimeter.js';

/** Who set something, when, and why when they said it. */
export interface Setter {
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
}

/** A right that is or was held, with who gave and who ended it. */
export interface RightOfRegister extends Right {
  readonly given: Setter;
  readonly ended: Setter | null;
}

/** A name that the register gave to a body, with who said it. */
export interface NameOfRegister extends OfficialName {
  readonly by: string;
  readonly at: string;
}

const SETTER = (line: string) => `json_build_object('by', ${line}.actor,
  'at', to_char(${line}.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'reason', (SELECT told.data->>'reason' FROM settings_private told WHERE told.event_id = ${line}.id))`;

interface RightFilter {
  readonly account?: string;
  readonly role?: string;
  readonly id?: string;
}

/** Reads of the stream of the settings: rights and names of bodies, with their history. */
@Injectable()
export class SettingsReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Every right that was ever given, perhaps to one account, in one role or that one alone: the last given first. */
  async rights({ account, role, id }: RightFilter): Promise<RightOfRegister[]> {
    return this.source.query<RightOfRegister[]>(
      `SELECT given.data->>'right' AS id, given.data->>'account' AS account, given.data->>'role' AS role,
         given.data->'bodies' AS bodies, given.data->'pays' AS pays, given.data->>'from' AS "from",
         ${SETTER('given')} AS given, CASE WHEN ended.id IS NOT NULL THEN ${SETTER('ended')} END AS ended
       FROM settings_journal given
       LEFT JOIN settings_journal ended ON ended.type = 'right-ended' AND ended.data->>'right' = given.data->>'right'
       WHERE given.type = 'right-given' AND ($1::text IS NULL OR given.data->>'account' = $1)
         AND ($2::text IS NULL OR given.data->>'role' = $2) AND ($3::text IS NULL OR given.data->>'right' = $3)
       ORDER BY given.sequence DESC`,
      [account ?? null, role ?? null, id ?? null],
    );
  }

  /** Every body of the register under its name of today, or those whose name or SIRET holds what is looked for. */
  async bodies(searched = ''): Promise<readonly OfficialName[]> {
    return this.source.query<OfficialName[]>(
      `SELECT siret, name, rna, since AS "from" FROM bodies
       WHERE strpos(lower(name), lower($1)) > 0 OR strpos(siret, replace($1, ' ', '')) > 0 ORDER BY name, siret`,
      [searched],
    );
  }

  /** What the register says of a body, the last said first. */
  async names(siret: string): Promise<readonly NameOfRegister[]> {
    return this.source.query<NameOfRegister[]>(
      `SELECT data->>'siret' AS siret, data->>'name' AS name, data->>'rna' AS rna, data->>'from' AS "from",
         actor AS by, recorded_at AS at
       FROM settings_journal WHERE type IN ('body-registered', 'body-renamed') AND data->>'siret' = $1
       ORDER BY sequence DESC`,
      [siret],
    );
  }

  /** The official name of a body today, if the register has one. */
  async named(siret: string): Promise<OfficialName | undefined> {
    const [body] = await this.source.query<OfficialName[]>(
      'SELECT siret, name, rna, since AS "from" FROM bodies WHERE siret = $1',
      [siret],
    );
    return body;
  }

  /** Whether a body is one of a perimeter, or has a part in a pôle of it. */
  async isInSight(siret: string, { pays, bodies }: Perimeter): Promise<boolean> {
    if (bodies.includes(siret)) return true;
    const found = await this.source.query<object[]>(
      `SELECT FROM pole_cards card WHERE $1 = ANY(card.bodies) AND ${isWithin('$2', '$3')} LIMIT 1`,
      [siret, pays, bodies],
    );
    return found.length > 0;
  }
}
