import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readBeside, toldEvent, type Beside } from '../../api/told-event.js';
import { DocumentShelf } from '../../documents/document-shelf.js';
import { notRetracted } from '../../domain/dossier/retracted.js';
import type { DossierState, RecordedEvent } from '../../domain/dossier/state.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { Actor } from '../../domain/dossier/roles.js';
import type { ReportKind } from '../../domain/reglement/reglement.js';
import { yearKey } from '../../domain/funded-year/years-slice.js';
import { readEvents } from '../../record/journal/journal.js';

/** What was last asked to be corrected in a report; a reason that is not for the reader is not told. */
export interface AskedCorrections {
  readonly on: CivilDate;
  readonly fields: readonly { readonly field: string; readonly reason: string | undefined }[];
}

/** What is beside a report that was filed: its document, for who may open it, and what was asked of it. */
export interface BesideReport {
  readonly document?: string;
  readonly corrections?: AskedCorrections;
}

export type BesideReports = ReadonlyMap<string, BesideReport>;

/** The report of a year by which what is beside it is found. */
export const reportKey = (award: string, year: number, kind: ReportKind): string => `${yearKey(award, year)}/${kind}`;

/** What is beside the reports of a pôle, as far as someone reads it. */
@Injectable()
export class FiledReports {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(DocumentShelf) private readonly shelf: DocumentShelf,
  ) {}

  async of(state: DossierState, actors: readonly Actor[]): Promise<BesideReports> {
    const history = await readEvents(this.source.manager, state.id);
    const [beside, opened] = await Promise.all([
      readBeside(this.source.manager, state, history, actors),
      this.shelf.opened(state, history, actors),
    ]);
    return besideReports(notRetracted(history), beside, opened);
  }
}

/** Of each report, the document of its last filing and what was asked at its last return. */
function besideReports(
  history: readonly RecordedEvent[],
  beside: Beside,
  opened: ReadonlyMap<string, string>,
): BesideReports {
  const found = new Map<string, BesideReport>();
  for (const event of history) {
    if (event.type !== 'report-filed' && event.type !== 'report-returned') continue;
    const { award, year, report } = event.data;
    const key = reportKey(award, year, report);
    const { document, ...before } = found.get(key) ?? {};
    if (event.type === 'report-returned') {
      const kept = document === undefined ? {} : { document };
      found.set(key, { ...kept, corrections: correctionsIn(event, beside) });
    } else {
      const hash = opened.get(event.id);
      found.set(key, hash === undefined ? before : { ...before, document: hash });
    }
  }
  return found;
}

type Returned = Extract<RecordedEvent, { readonly type: 'report-returned' }>;

function correctionsIn(event: Returned, beside: Beside): AskedCorrections {
  const reasons = new Map(toldEvent(event, beside).texts.map(({ name, text }) => [name, text]));
  return { on: event.date, fields: event.data.fields.map(field => ({ field, reason: reasons.get(field) })) };
}
