import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { csvOf } from '../api/csv.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { civilDate } from '../domain/kernel/civil-date.js';
import { runOf } from '../record/upkeep/job-runs.js';
import { RuleBook } from '../reglement/load.js';
import { campaignOf } from '../scheduled/campaign.js';
import type { CampaignAnswer, CampaignSheetAnswer } from './answers.js';
import { CAMPAIGN_COLUMNS, campaignRows } from './campaign-columns.js';

/** The sheets of the years: as they stand, and as the campaign of 4 January made them. */
@Injectable()
export class CampaignSheets {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
  ) {}

  /** The sheet of a year from 2000 to 2099; another is refused. */
  async read(asked: string): Promise<CampaignSheetAnswer> {
    if (!/^20\d{2}$/.test(asked))
      throw new ProblemException(
        problem('campaign-year', 400, 'Année illisible', 'Une campagne se demande par son année, par exemple 2027.'),
      );
    const { source, book } = this;
    const { now } = await readClock(source.manager);
    const { year, lines } = await campaignOf(source, book, Number(asked));
    const made = await runOf(source.manager, 'campaign', civilDate(`${asked}-01-04`));
    return {
      year,
      at: now,
      lines,
      made: made === undefined ? null : { at: made.at, sheet: made.report as CampaignAnswer },
    };
  }

  /** The same as a table for spreadsheets, a line per thing to do. */
  async table(asked: string): Promise<string> {
    const { lines } = await this.read(asked);
    return csvOf(CAMPAIGN_COLUMNS, campaignRows(lines));
  }
}
