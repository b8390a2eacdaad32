import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readBeside, toldEvent } from '../../api/told-event.js';
import type { Actor } from '../../domain/dossier/roles.js';
import type { DossierState, RecordedEvent } from '../../domain/dossier/state.js';
import { instalmentKey } from '../../domain/funded-year/slice.js';
import { readEvents } from '../../record/journal/journal.js';
import { readBankDetails, type BankDetails } from '../../record/people/bank-details.js';
import { notRetracted } from '../../domain/dossier/retracted.js';

/** The account that a claim named, its last characters alone. */
export interface NamedAccount {
  /** The claim. */
  readonly event: string;
  /** The key of the instalment that is claimed. */
  readonly instalment: string;
  readonly ends: string;
}

const SHOWN_CHARACTERS = 3;

/** The accounts to be paid, for who may read them whole. */
@Injectable()
export class BankAccounts {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** That of the last claim of each instalment, of those that these people may read. */
  async of(state: DossierState, actors: readonly Actor[]): Promise<readonly NamedAccount[]> {
    const history = await readEvents(this.source.manager, state.id);
    const beside = await readBeside(this.source.manager, state, history, actors);
    const accounts = lastClaims(history).flatMap(({ event, instalment }) => {
      if (!beside.reading.readerOf(event, 'iban')) return [];
      const told = toldEvent(event, beside).texts.find(({ purpose }) => purpose === 'iban');
      return told === undefined ? [] : [{ event: event.id, instalment, ends: told.text.slice(-SHOWN_CHARACTERS) }];
    });
    return accounts;
  }

  /** Reads one whole; the reading is written. */
  read(poleId: string, event: string, actors: readonly Actor[]): Promise<BankDetails> {
    return this.source.transaction(manager => readBankDetails(manager, poleId, event, actors));
  }
}

function lastClaims(history: readonly RecordedEvent[]) {
  const claims = notRetracted(history).flatMap(event => {
    if (event.type !== 'instalment-claimed') return [];
    const { award, year, number } = event.data;
    return [{ event, instalment: instalmentKey(award, year, number) }];
  });
  return [...new Map(claims.map(claim => [claim.instalment, claim])).values()];
}
