import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { Problems } from '../api/problems.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { CampaignSheetAnswer } from './answers.js';
import { CampaignSheets } from './campaign-sheets.js';

@ApiTags('Campagnes')
@Controller('campaigns')
export class CampaignsController {
  constructor(@Inject(CampaignSheets) private readonly sheets: CampaignSheets) {}

  @Get(':year')
  @Access({ to: 'roles', roles: rolesThat('reads-campaigns') })
  @ApiParam({ name: 'year', schema: { type: 'string', pattern: '^20\\d{2}$', example: '2027' } })
  @ApiOkResponse({ description: 'Calculé ; rien n’est écrit', type: CampaignSheetAnswer })
  @Problems(400)
  @ApiOperation({
    operationId: 'campaign',
    summary: 'La feuille d’une année : exercices qui s’ouvrent, comptes rendus appelés, versements à préparer',
  })
  read(@Param('year') asked: string): Promise<CampaignSheetAnswer> {
    return this.sheets.read(asked);
  }
}
