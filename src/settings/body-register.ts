import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { holdsOneOf } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { SettingsReads } from '../database/settings-reads.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import { NAMING_ROLES, rolesThat, type Actor } from '../domain/dossier/roles.js';
import { siret as siretOf } from '../domain/kernel/identifiers.js';
import type { OfficialName } from '../domain/settings/events.js';
import { nameBody } from '../record/settings/body-register.js';
import type { BodyAnswer } from './answers.js';
import { authorOf, type Asker } from './author.js';
import type { OfficialNameBody } from './request-bodies.js';

/** The roles that keep the register of bodies: those of the Région that keep the contacts. */
export const REGISTER_KEEPERS = rolesThat('keeper');

/** The bodies and their official names: read and named, by the API or on pages. */
@Injectable()
export class BodyRegister {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(SettingsReads) private readonly reads: SettingsReads,
  ) {}

  /** Every body of the register, or those whose name or SIRET holds what is looked for. */
  list(searched: string): Promise<readonly OfficialName[]> {
    return this.reads.bodies(searched);
  }

  /** A body with its names. Refuses one that the register does not name, or that is none of the reader's. */
  async read(number: string, actors: readonly Actor[]): Promise<BodyAnswer> {
    const siret = siretOf(number);
    const body = (await this.isInSight(siret, actors)) ? await this.reads.named(siret) : undefined;
    if (!body)
      throw new ProblemException(
        problem('not-found', 404, 'Introuvable', "Cet organisme n'est pas au registre de la Région."),
      );
    const isKeeper = holdsOneOf(actors, REGISTER_KEEPERS);
    const names = await this.reads.names(siret);
    return {
      ...{ siret, name: body.name, rna: body.rna },
      names: names.map(({ name, rna, from, by, at }) => ({ name, rna, from, at, by: isKeeper ? by : null })),
    };
  }

  /** Names a body, as `nameBody` does and refuses. */
  name(
    number: string,
    { name, rna, from }: OfficialNameBody,
    asker: Asker,
  ): Promise<{ readonly named: OfficialName; readonly replayed: boolean }> {
    const asked = { siret: siretOf(number), name, ...(rna ? { rna } : {}), ...(from ? { from } : {}) };
    const author = authorOf(asker, REGISTER_KEEPERS, { setting: 'name', ...asked });
    return this.source.transaction(manager => nameBody(manager, asked, author));
  }

  /** Those who know each pôle by its name know each body; the others, those of their dossiers. */
  private async isInSight(siret: string, actors: readonly Actor[]): Promise<boolean> {
    if (actors.some(({ role }) => (NAMING_ROLES as readonly string[]).includes(role))) return true;
    const perimeter = perimeterOf(actors);
    return perimeter === undefined || this.reads.isInSight(siret, perimeter);
  }
}
