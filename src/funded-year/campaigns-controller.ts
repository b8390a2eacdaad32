import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { House } from '../api/house.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { civilDate } from '../domain/kernel/civil-date.js';
import { runOf } from '../record/upkeep/job-runs.js';
import { campaignOf } from '../scheduled/campaign.js';
import { CampaignSheetAnswer, type CampaignAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

const READERS = ['instructor', 'manager', 'finance', 'auditor'] as const;

@ApiTags('Campagnes')
@Controller('campaigns')
export class CampaignsController {
  constructor(@Inject(House) private readonly house: House) {}

  @Get(':year')
  @Access({ to: 'roles', roles: READERS })
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
    const { source, book } = this.house;
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
