import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { PoleReads } from '../database/pole-reads.js';
import { NAMING_ROLES } from '../domain/dossier/roles.js';
import { PolePeopleAnswer } from './people-answers.js';
import { PolePeople } from './pole-people.js';
import { answerOf, PoleReader } from './pole-reader.js';
import { PoleActsAnswer } from './acts-answers.js';
import { PoleActs } from './pole-acts.js';
import { Timeline } from './timeline.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the class from the handler's metadata
import { PoleActsQuery } from './acts-query.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the class from the handler's metadata
import { TimelineQuery } from './timeline-query.js';
import { PoleAnswer, PoleNamesAnswer, TimelineAnswer, TimelineLineAnswer, UnreadableLineAnswer } from './answers.js';
import { EvaluationAnswer, ObservationsAnswer, RecoveryAnswer } from './lifecycle-answers.js';
import { SuccessorAnswer } from './step-answers.js';
import { Problems } from '../api/problems.js';

@ApiTags('Pôles')
@ApiExtraModels(EvaluationAnswer, ObservationsAnswer, RecoveryAnswer, SuccessorAnswer)
@ApiExtraModels(TimelineLineAnswer, UnreadableLineAnswer)
@Controller('poles')
export class PolesController {
  constructor(
    @Inject(PoleReads) private readonly reads: PoleReads,
    @Inject(PoleReader) private readonly poles: PoleReader,
    @Inject(Timeline) private readonly lines: Timeline,
    @Inject(PoleActs) private readonly acts: PoleActs,
    @Inject(PolePeople) private readonly people: PolePeople,
  ) {}

  @Get('names')
  @Access({ to: 'roles', roles: NAMING_ROLES })
  @ApiOkResponse({ description: 'Lu', type: PoleNamesAnswer })
  @ApiOperation({
    operationId: 'pole-names',
    summary: 'Les pôles par leur nom, et rien d’autre : pour choisir ceux auxquels un réglage s’applique',
  })
  async names(): Promise<PoleNamesAnswer> {
    return { items: await this.reads.names() };
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
    const pole = await this.poles.read(poleId, request.actors);
    response.setHeader('ETag', `"${pole.dossier.version}"`);
    return answerOf(pole);
  }

  @Get(':poleId/timeline')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: TimelineAnswer })
  @Problems(400, 404, 422)
  @ApiOperation({
    operationId: 'read-timeline',
    summary: 'La vie du pôle, telle que le journal la tient : une phrase par ligne',
  })
  @ApiParam({ name: 'poleId', schema: { type: 'string', format: 'uuid' } })
  async timeline(
    @Param('poleId') poleId: string,
    @Query() query: TimelineQuery,
    @Req() request: AuthoredRequest,
  ): Promise<TimelineAnswer> {
    return this.lines.read(poleId, query, request.actors);
  }

  @Get(':poleId/people')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: PolePeopleAnswer })
  @Problems(400, 404)
  @ApiOperation({
    operationId: 'read-pole-people',
    summary: 'Qui a part au pôle : qui en est chargé, qui est prévenu, et comment les joindre',
  })
  @ApiParam({ name: 'poleId', schema: { type: 'string', format: 'uuid' } })
  async members(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<PolePeopleAnswer> {
    return { items: await this.people.of(await this.poles.read(poleId, request.actors)) };
  }

  @Get(':poleId/acts')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: PoleActsAnswer })
  @Problems(400, 404, 422)
  @ApiOperation({
    operationId: 'read-pole-acts',
    summary: 'Ce que vos rôles peuvent faire d’un pôle, par thème : ouvert, pas encore, ou plus jamais',
  })
  @ApiParam({ name: 'poleId', schema: { type: 'string', format: 'uuid' } })
  async offered(
    @Param('poleId') poleId: string,
    @Query() query: PoleActsQuery,
    @Req() request: AuthoredRequest,
  ): Promise<PoleActsAnswer> {
    return this.acts.of(poleId, query, request.actors);
  }
}
