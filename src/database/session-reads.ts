import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** By what someone entered: the provider of identity, or a link sent to their address. */
export type EnteredBy = 'provider' | 'mail';

/** Who is logged in, since when; instants are those of the machine, whatever the house's clock says. */
export interface Session {
  readonly digest: string;
  readonly account: string;
  readonly name: string;
  readonly enteredBy: EnteredBy;
  readonly idToken: string | null;
  /** Whether it opens pages still: neither too old nor left alone for too long. */
  readonly isOpen: boolean;
  /** Seconds since the person identified themself. */
  readonly age: number;
  /** Seconds since the session was last noted as seen. */
  readonly unseenFor: number;
}

/** Minutes after which a session that nobody uses is closed. */
const IDLE_MINUTES = 120;

/** Reads of who is logged in to the pages. */
@Injectable()
export class SessionReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** The session of a digest, open or expired a while ago; undefined when there is none. */
  async of(digest: string): Promise<Session | undefined> {
    const [session] = await this.source.query<Session[]>(
      `SELECT digest, account, name, entered_by AS "enteredBy", id_token AS "idToken",
         now() < expires_at AND now() < seen_at + make_interval(mins => ${IDLE_MINUTES}) AS "isOpen",
         EXTRACT(EPOCH FROM now() - authenticated_at)::int AS age,
         EXTRACT(EPOCH FROM now() - seen_at)::int AS "unseenFor"
       FROM sessions WHERE digest = $1`,
      [digest],
    );
    return session;
  }

  /** What someone typed in a form and did not send to its end; undefined when nothing is kept. */
  async draft(account: string, path: string): Promise<Readonly<Record<string, string | string[]>> | undefined> {
    const [draft] = await this.source.query<{ fields: Record<string, string | string[]> }[]>(
      'SELECT fields FROM drafts WHERE account = $1 AND path = $2',
      [account, path],
    );
    return draft?.fields;
  }
}
