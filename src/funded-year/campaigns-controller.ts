import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { civilDate } from '../domain/kernel/civil-date.js';
import { runOf } from '../record/upkeep/job-runs.js';
import { campaignOf } from '../scheduled/campaign.js';
import { RuleBook } from '../reglement/load.js';
import { CampaignSheetAnswer, type CampaignAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

@ApiTags('Campagnes')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
  ) {}

  @Get(':year')
  @Access({ to: 'roles', roles: rolesThat('reads-campaigns') })
  @ApiParam({ name: 'year', schema: { type: 'string', pattern: '^20\\d{2}$', example: '2027' } })
  @ApiOkResponse({ description: 'Calculé ; rien n’est écrit', type: CampaignSheetAnswer })
  @Problems(400)
  @ApiOperation({
    operationId: 'campaign',
    summary: 'La feuille d’une année : exercices qui s’ouvrent, comptes rendus appelés, versements à préparer',
  })
  async read(@Param('year') asked: string): Promise<CampaignSheetAnswer> {
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
}
