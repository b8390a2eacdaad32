import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { problem, ProblemException } from '../api/problem.js';
import { SettingsReads, type RightOfRegister } from '../database/settings-reads.js';
import type { Role } from '../domain/dossier/roles.js';
import { isUuid } from '../domain/kernel/ids.js';
import { endRight, giveRight, type SettingDone } from '../record/people/mandates.js';
import { rehearsed } from '../record/rehearsed.js';
import { authorOf, type Asker } from './author.js';
import type { EndingBody, RightBody } from './request-bodies.js';

/** The roles that give and end rights. */
export const RIGHTS_KEEPERS: readonly Role[] = ['admin'];

/** Who holds which role: read, given and ended, by the API or on pages. */
@Injectable()
export class Rights {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(SettingsReads) private readonly reads: SettingsReads,
  ) {}

  /** Every right that was ever given, perhaps to one account or in one role: the last given first. */
  list(filter: { readonly account?: string; readonly role?: string }): Promise<readonly RightOfRegister[]> {
    return this.reads.rights(filter);
  }

  /** Gives a right, as `giveRight` does and refuses. */
  give(body: RightBody, asker: Asker): Promise<SettingDone> {
    return this.source.transaction(giving(body, asker));
  }

  /** Refuses what `give` would, and gives nothing. */
  async rehearseGiving(body: RightBody, asker: Asker): Promise<void> {
    await rehearsed(this.source, giving(body, asker));
  }

  /** Ends a right, as `endRight` does and refuses. Refuses one that never was. */
  end(id: string, body: EndingBody, asker: Asker): Promise<SettingDone> {
    return this.source.transaction(ending(id, body, asker));
  }

  /** Refuses what `end` would, and ends nothing. */
  async rehearseEnding(id: string, body: EndingBody, asker: Asker): Promise<void> {
    await rehearsed(this.source, ending(id, body, asker));
  }

  /** A right that is or was held. Refuses one that never was. */
  async right(id: string): Promise<RightOfRegister> {
    const [right] = await this.reads.rights({ id });
    return right ?? absent();
  }
}

type Work = (manager: EntityManager) => Promise<SettingDone>;

function giving({ account, role, bodies = [], pays = [], from, reason }: RightBody, asker: Asker): Work {
  const asked = { account, role, bodies, pays, ...(from ? { from } : {}), ...(reason ? { reason } : {}) };
  const author = authorOf(asker, RIGHTS_KEEPERS, { setting: 'right', ...asked });
  return manager => giveRight(manager, asked, author);
}

function ending(id: string, { reason }: EndingBody, asker: Asker): Work {
  const author = authorOf(asker, RIGHTS_KEEPERS, { setting: 'ending', id, ...(reason ? { reason } : {}) });
  return async manager => (isUuid(id) ? await endRight(manager, id, reason, author) : undefined) ?? absent();
}

function absent(): never {
  throw new ProblemException(problem('not-found', 404, 'Introuvable', "Ce droit n'existe pas."));
}
