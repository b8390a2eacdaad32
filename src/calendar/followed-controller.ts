import { Controller, Delete, Get, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { FeedReads } from '../database/feed-reads.js';
import { mayRead, perimeterOf } from '../domain/dossier/reading.js';
import { isUuid } from '../domain/kernel/ids.js';
import { readDossier } from '../record/dossiers.js';
import { followPole, leavePole } from '../record/people/followed-poles.js';
import { UnknownDossierError } from '../record/refused.js';
import { FollowedPolesAnswer, FollowingAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

const POLE = { name: 'poleId', schema: { type: 'string', format: 'uuid' } } as const;

@ApiTags('Calendrier')
@Controller('me/followed-poles')
export class FollowedPolesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(FeedReads) private readonly reads: FeedReads,
  ) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: FollowedPolesAnswer })
  @ApiOperation({
    operationId: 'followed-poles',
    summary: 'Les pôles dont toutes les échéances sont dans votre agenda',
  })
  async list(@Req() { account, actors }: AuthoredRequest): Promise<FollowedPolesAnswer> {
    return { items: await this.reads.followedBy(account, perimeterOf(actors)) };
  }

  @Put(':poleId')
  @HttpCode(200)
  @Access({ to: 'people' })
  @ApiParam(POLE)
  @ApiOkResponse({ description: 'Fait', type: FollowingAnswer })
  @Problems(404)
  @ApiOperation({
    operationId: 'follow-pole',
    summary: 'Suivre un pôle : ses échéances, de qui que ce soit, à votre agenda',
  })
  async follow(@Param('poleId') poleId: string, @Req() { account, actors }: AuthoredRequest): Promise<FollowingAnswer> {
    const { manager } = this.source;
    if (!isUuid(poleId)) throw new UnknownDossierError();
    const { state } = await readDossier(manager, poleId);
    if (!actors.some(actor => mayRead(state, actor))) throw new UnknownDossierError();
    await followPole(manager, account, poleId);
    return { followed: true };
  }

  @Delete(':poleId')
  @Access({ to: 'people' })
  @ApiParam(POLE)
  @ApiOkResponse({ description: 'Fait', type: FollowingAnswer })
  @Problems(404)
  @ApiOperation({ operationId: 'leave-pole', summary: 'Ne plus suivre un pôle' })
  async leave(@Param('poleId') poleId: string, @Req() { account }: AuthoredRequest): Promise<FollowingAnswer> {
    if (!isUuid(poleId) || !(await leavePole(this.source.manager, account, poleId))) throw new UnknownDossierError();
    return { followed: false };
  }
}
