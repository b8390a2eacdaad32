import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { checkedBody } from '../api/body.js';
import { House } from '../api/house.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { PoleReads, type CardFilter } from '../database/pole-reads.js';
import { bodiesOfDossier, mayRead } from '../domain/dossier/parties.js';
import { isUuid } from '../domain/kernel/ids.js';
import { readDossier, type DossierRow } from '../record/dossiers.js';
import { readRows } from '../record/journal/journal.js';
import { UnknownDossierError } from '../record/refused.js';
import { PoleListQuery } from './list-query.js';
import { listPoles, perimeterOf, readCursor } from './pole-list.js';
import { poleView } from './pole-view.js';
import { lineView } from './timeline.js';
import { PoleAnswer, PoleListAnswer, TimelineAnswer, TimelineLineAnswer, UnreadableLineAnswer } from './answers.js';
import { EvaluationAnswer, ObservationsAnswer, RecoveryAnswer } from './lifecycle-answers.js';
import { Problems } from '../api/problems.js';

@ApiTags('Pôles')
@ApiExtraModels(EvaluationAnswer, ObservationsAnswer, RecoveryAnswer, TimelineLineAnswer, UnreadableLineAnswer)
@Controller('poles')
export class PolesController {
  constructor(@Inject(House) private readonly house: House) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: PoleListAnswer })
  @Problems(400, 422)
  @ApiOperation({ operationId: 'list-poles', summary: 'Les pôles que vous pouvez voir, du plus récent au plus ancien' })
  @ApiQuery({ type: PoleListQuery })
  async list(@Query() query: Record<string, unknown>, @Req() request: AuthoredRequest): Promise<PoleListAnswer> {
    const { stage, year, held, late, pays, after, limit = '20' } = await checkedBody(PoleListQuery, { ...query });
    const { today } = await readClock(this.house.source.manager);
    const filter: CardFilter = {
      today,
      perimeter: perimeterOf(request.actors),
      ...(stage === undefined ? {} : { stage }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(held === undefined ? {} : { held: held === 'true' }),
      ...(late === undefined ? {} : { late: late === 'true' }),
      ...(pays === undefined ? {} : { pays }),
      ...(after === undefined ? {} : { after: readCursor(after) }),
    };
    return listPoles(this.house.source, filter, Number(limit));
  }

  @Get(':poleId')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: PoleAnswer })
  @Problems(400, 404)
  @ApiOperation({ operationId: 'read-pole', summary: 'Un pôle : étape, attentes, actes ouverts, raisons des autres' })
  @ApiParam({ name: 'poleId', schema: { type: 'string', format: 'uuid' } })
  async read(
    @Param('poleId') poleId: string,
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PoleAnswer> {
    const dossier = await this.visible(poleId, request);
    const reads = new PoleReads(this.house.source);
    const rules = this.house.book.of(dossier.reglement);
    const { today } = await readClock(this.house.source.manager);
    const [card, names] = await Promise.all([reads.card(poleId), reads.bodies(bodiesOfDossier(dossier.state))]);
    response.setHeader('ETag', `"${dossier.version}"`);
    return poleView(dossier, card?.name ?? '', rules, today, request.actors, names);
  }

  @Get(':poleId/timeline')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: TimelineAnswer })
  @Problems(400, 404)
  @ApiOperation({ operationId: 'read-timeline', summary: 'La vie du pôle, telle que le journal la tient' })
  @ApiParam({ name: 'poleId', schema: { type: 'string', format: 'uuid' } })
  async timeline(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<TimelineAnswer> {
    await this.visible(poleId, request);
    return { items: (await readRows(this.house.source.manager, poleId)).map(lineView) };
  }

  private async visible(poleId: string, request: AuthoredRequest): Promise<DossierRow> {
    if (!isUuid(poleId))
      throw new ProblemException(
        problem('id-malformed', 400, 'Identifiant mal formé', "Ce n'est pas un identifiant de pôle."),
      );
    const dossier = await readDossier(this.house.source.manager, poleId);
    if (!request.actors.some(actor => mayRead(dossier.state, actor))) throw new UnknownDossierError();
    return dossier;
  }
}
