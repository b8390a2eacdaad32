import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ownRoles } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { ContactReads } from '../database/contact-reads.js';
import type { Actor } from '../domain/dossier/roles.js';
import { isUuid } from '../domain/kernel/ids.js';
import { addAbsence, changeAbsence, endAbsence } from '../record/people/absences.js';
import type { Author } from '../record/people/lending.js';
import { RuleBook } from '../reglement/load.js';
import { knownContact } from './contact-access.js';
import type { AbsenceBody, AbsenceChangeBody } from './contact-bodies.js';

/** Who notes an absence, and as whom they act. */
interface Asker {
  readonly account: string;
  readonly actors: readonly Actor[];
}

/** Whose absence, and which. */
interface Noted {
  readonly contact: string;
  readonly id: string;
}

/** Absences, noted by who is away or by those who keep the contacts, by the API or on pages. */
@Injectable()
export class Absences {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(ContactReads) private readonly reads: ContactReads,
  ) {}

  /** Notes one, as `addAbsence` does and refuses; `lends` answers whether the delegate may act too. */
  async add(contact: string, body: AbsenceBody, asker: Asker) {
    const { delegate = null, lends = true, ...days } = body;
    if (delegate !== null) await knownContact(this.reads, delegate);
    return this.source.transaction(manager =>
      addAbsence(manager, this.book, { contact, delegate, lends, ...days }, authorOf(asker)),
    );
  }

  /** Changes one, as `changeAbsence` does and refuses. */
  async change(noted: Noted, change: AbsenceChangeBody, asker: Asker) {
    await this.known(noted);
    if (change.delegate !== undefined) await knownContact(this.reads, change.delegate);
    return this.source.transaction(manager => changeAbsence(manager, this.book, noted, { ...change }, authorOf(asker)));
  }

  /** Someone is back today, as `endAbsence` does and refuses. */
  async end(noted: Noted, asker: Asker): Promise<void> {
    await this.known(noted);
    await this.source.transaction(manager => endAbsence(manager, noted, authorOf(asker)));
  }

  /** An absence of someone. Refuses one that is not noted. */
  async known({ contact, id }: Noted) {
    const absence = isUuid(id) ? await this.reads.absence(contact, id) : null;
    if (!absence)
      throw new ProblemException(problem('not-found', 404, 'Introuvable', "Cette absence n'est pas notée."));
    return absence;
  }
}

const authorOf = ({ account, actors }: Asker): Author => ({ account, roles: ownRoles(actors) });
