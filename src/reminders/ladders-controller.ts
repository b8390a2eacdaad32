import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { House } from '../api/house.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import { mayRead } from '../domain/dossier/parties.js';
import { isUuid } from '../domain/kernel/ids.js';
import { readDossier } from '../record/dossiers.js';
import { UnknownDossierError } from '../record/refused.js';
import { ladderChanges } from './ladder-preview.js';
import { LadderPreviewAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

@ApiTags('Échéances')
@Controller('poles')
export class LaddersController {
  constructor(@Inject(House) private readonly house: House) {}

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
    @Req() request: AuthoredRequest,
  ): Promise<LadderPreviewAnswer> {
    const { manager } = this.house.source;
    if (!isUuid(poleId)) throw new UnknownDossierError();
    const { state, reglement } = await readDossier(manager, poleId);
    if (!request.actors.some(actor => mayRead(state, actor))) throw new UnknownDossierError();
    const rules = this.house.book.of(reglement);
    if (!(set in rules.ladderSets))
      throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Ces échelles de relance n’existent pas.'));
    const { today } = await readClock(manager);
    const changes = ladderChanges(state, rules, set, today);
    return { items: changes.map(change => ({ ...change, label: expectationOf(change.kind).label })) };
  }
}
