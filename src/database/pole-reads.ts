import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PaysRow, PoleCard } from './entities/index.js';
import { nameOfBody } from './body-names.js';

/** Reads of the projections: lists, never a fact. */
@Injectable()
export class PoleReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Every pôle by its name, and nothing more. */
  async names(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.source.query('SELECT pole_id AS id, name FROM pole_cards ORDER BY name, pole_id');
  }

  async card(poleId: string): Promise<PoleCard | null> {
    return this.source.getRepository(PoleCard).findOneBy({ poleId });
  }

  /** The names of the bodies of a dossier, by SIRET: that of the register, else the last one told in this very dossier. */
  async namesOfBodies(poleId: string, sirets: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.source.query<{ siret: string; name: string | null }[]>(
      `SELECT siret, ${nameOfBody('named.siret', '$1::uuid')} AS name FROM unnest($2::text[]) AS named (siret)`,
      [poleId, sirets],
    );
    return new Map(rows.flatMap(({ siret, name }) => (name === null ? [] : [[siret, name]])));
  }

  /** The names of some pays, by their codes. */
  async namesOfPays(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.source.query<{ code: string; name: string }[]>(
      'SELECT code, name FROM pays WHERE code = ANY($1) ORDER BY code',
      [codes],
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }

  async pays(): Promise<readonly PaysRow[]> {
    return this.source.getRepository(PaysRow).find({ order: { code: 'ASC' } });
  }
}
