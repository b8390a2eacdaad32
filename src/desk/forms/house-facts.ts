import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChoiceSource } from '../../api/field-shape.js';
import { ContactReads } from '../../database/contact-reads.js';
import { PoleReads } from '../../database/pole-reads.js';
import { bodiesOfDossier } from '../../domain/dossier/parties.js';
import { representable } from '../../domain/dossier/represented.js';
import type { Role } from '../../domain/dossier/roles.js';
import { readEvents } from '../../record/journal/journal.js';
import type { HouseFacts, Option } from './choices.js';
import type { Situation } from './situation.js';

/** Reads what the choices of a form are made of, and no more than they ask for. */
@Injectable()
export class HouseFactsReader {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(PoleReads) private readonly poles: PoleReads,
    @Inject(ContactReads) private readonly contacts: ContactReads,
  ) {}

  async for(situation: Situation, sources: readonly ChoiceSource[]): Promise<HouseFacts> {
    const { id, state } = situation.dossier;
    const asks = (source: ChoiceSource) => sources.includes(source);
    const pays = await this.pays();
    const represented = possibleIn(situation);
    const bodies = bodiesOfDossier(state);
    const called = await this.poles.namesOfBodies(id, [...bodies, ...represented]);
    return {
      ...{ pays, represented },
      parties: [...bodies, ...state.initiative.paysCodes],
      names: new Map([...called, ...pays.map(({ value, label }) => [value, label] as const)]),
      instructors: asks('instructors') ? await this.holders('instructor') : [],
      receivers: [],
      managers: asks('managers') ? await this.holders('manager') : [],
      people: situation.subject.kind === 'instalment' ? await this.people() : new Map(),
      history: asks('facts') ? await readEvents(this.source.manager, id) : [],
    };
  }

  /** What people are called, by their accounts. */
  async people(): Promise<ReadonlyMap<string, string>> {
    const contacts = await this.contacts.all();
    return new Map(contacts.flatMap(({ account, name }) => (account === null ? [] : [[account, name] as const])));
  }

  private async pays(): Promise<readonly Option[]> {
    return (await this.poles.pays()).map(({ code, name }) => ({ value: code, label: name }));
  }

  private async holders(role: Role): Promise<readonly Option[]> {
    const contacts = await this.contacts.all();
    return contacts.flatMap(({ account, name, role: held }) =>
      held === role && account !== null ? [{ value: account, label: name }] : [],
    );
  }
}

/** In whose name the person may act; any of theirs where the dossier is yet to be opened. */
function possibleIn({ act, dossier, subject, actors }: Situation): readonly string[] {
  const possible = dossier.isNew
    ? actors.flatMap(({ bodies, pays }) => [...bodies, ...pays])
    : actors.flatMap(actor => representable(act, { state: dossier.state, subject, actor }));
  return [...new Set(possible)];
}
