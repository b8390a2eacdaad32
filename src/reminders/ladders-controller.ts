import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { Problems } from '../api/problems.js';
import { LadderPreviewAnswer } from './answers.js';
import { LadderPreviews } from './ladder-previews.js';

@ApiTags('Échéances')
@Controller('poles')
export class LaddersController {
  constructor(@Inject(LadderPreviews) private readonly previews: LadderPreviews) {}

  @Get(':poleId/ladders/:ladders')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu ; rien n’est écrit', type: LadderPreviewAnswer })
  @ApiParam({ name: 'poleId', schema: { type: 'string', format: 'uuid' } })
  @ApiParam({ name: 'ladders', schema: { type: 'string', example: 'fewer-reminders' } })
  @Problems(404)
  @ApiOperation({
    operationId: 'preview-ladders',
    summary: 'Ce que d’autres échelles de relance changeraient aux rappels à venir d’un pôle',
  })
  async preview(
    @Param('poleId') poleId: string,
    @Param('ladders') set: string,
    @Req() { actors }: AuthoredRequest,
  ): Promise<LadderPreviewAnswer> {
    return { items: await this.previews.of(poleId, set, actors) };
  }
}
