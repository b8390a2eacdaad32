import { Inject, Injectable } from '@nestjs/common';
import { PoleReads } from '../../database/pole-reads.js';
import { SettingsReads } from '../../database/settings-reads.js';
import type { Option } from '../forms/choices.js';

/** For whom a role is held. */
export interface Perimeter {
  readonly bodies: readonly string[];
  readonly pays: readonly string[];
}

/** A SIRET as it is read: « 233 500 016 00040 ». */
export const siretRead = (siret: string) =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u202f$2\u202f$3\u202f$4');

/** More names than this are counted. */
const MOST_NAMES = 3;

/** The names of bodies and pays, by which a perimeter is told. */
@Injectable()
export class Perimeters {
  constructor(
    @Inject(PoleReads) private readonly poles: PoleReads,
    @Inject(SettingsReads) private readonly settings: SettingsReads,
  ) {}

  /** How perimeters are told: « Pays de Brest », « 99 organismes »; `everywhere` is what no limit is called. */
  async teller(everywhere: string): Promise<(perimeter: Perimeter) => string> {
    const bodies = new Map((await this.settings.bodies()).map(({ siret, name }) => [siret, name]));
    const pays = new Map((await this.pays()).map(({ value, label }) => [value, label]));
    const listed = (codes: readonly string[], names: ReadonlyMap<string, string>, plural: string) =>
      codes.length > MOST_NAMES ? [`${codes.length} ${plural}`] : codes.map(code => names.get(code) ?? siretRead(code));
    return perimeter =>
      [...listed(perimeter.bodies, bodies, 'organismes'), ...listed(perimeter.pays, pays, 'pays')].join(', ') ||
      everywhere;
  }

  async pays(): Promise<readonly Option[]> {
    return (await this.poles.pays()).map(({ code, name }) => ({ value: code, label: name }));
  }
}
