import type { DataSource } from 'typeorm';
import type { Instant } from '../../domain/kernel/paris.js';
import type { RuleBook } from '../../reglement/load.js';
import { dropAnchor, listDossiers, shareOfTheNight, writeAnchor, type Listed } from './anchors.js';
import { chainBreaches, type Breach } from '../journal/chain-check.js';
import { checkDossier, fault, faultsOfTheDay, type Checked, type DossierFault } from './dossier-check.js';
import { lostDossiers, quarantine, release, type QuarantineReport } from './quarantine.js';

/** What the control of a night found, and changed. */
export interface Night extends QuarantineReport {
  readonly dossiers: number;
  /** How many of them were opened: something moved, or it was their turn. */
  readonly opened: number;
  readonly faults: readonly DossierFault[];
}

/**
 * Controls every dossier: what moved since the last night is held against the journal from where that had got to, and a
 * share of the dossiers from their first line; rungs and rehearsal of each. Sets aside those whose journal was altered and
 * puts back those that are whole again. One that cannot be looked into is a fault, and stops no other.
 */
export async function controlDossiers(source: DataSource, book: RuleBook, now: Instant): Promise<Night> {
  const rounds = new Rounds(source, book, now, await shareOfTheNight(source.manager));
  for await (const dossier of listDossiers(source.manager)) await rounds.look(dossier);
  for (const id of await lostDossiers(source.manager))
    rounds.found.breaches.push(...(await chainBreaches(source.manager, id)));
  return rounds.found;
}

class Rounds {
  readonly found = {
    ...{ dossiers: 0, opened: 0, breaches: [] as Breach[], faults: [] as DossierFault[] },
    ...{ quarantined: [] as string[], released: [] as string[] },
  };

  constructor(
    private readonly source: DataSource,
    private readonly book: RuleBook,
    private readonly now: Instant,
    private readonly share: ReadonlySet<string>,
  ) {}

  async look(dossier: Listed): Promise<void> {
    this.found.dossiers++;
    try {
      const quiet = dossier.isAside || this.share.has(dossier.id) ? null : dossier.quiet;
      if (quiet) this.found.faults.push(...(await faultsOfTheDay(quiet, this.book, this.now)));
      else await this.open(dossier);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.found.faults.push(fault('unchecked', dossier.id, `Ce dossier n’a pas pu être contrôlé : ${why}`));
    }
  }

  private async open({ id, isAside }: Listed): Promise<void> {
    this.found.opened++;
    const checked = await this.check(id, isAside || this.share.has(id));
    if (checked.breaches.length > 0) {
      this.found.breaches.push(...checked.breaches);
      if (!isAside && (await quarantine(this.source, id))) this.found.quarantined.push(id);
    } else if (isAside) {
      await release(this.source, id);
      this.found.released.push(id);
      await this.keep(id, await this.check(id, true));
      return;
    }
    await this.keep(id, checked);
  }

  private check(id: string, whole: boolean): Promise<Checked> {
    const { book, now } = this;
    return this.source.transaction('REPEATABLE READ', manager => checkDossier(manager, book, id, { now, whole }));
  }

  private async keep(id: string, { faults, anchor }: Checked): Promise<void> {
    this.found.faults.push(...faults);
    if (anchor) await writeAnchor(this.source.manager, id, anchor);
    else await dropAnchor(this.source.manager, id);
  }
}
