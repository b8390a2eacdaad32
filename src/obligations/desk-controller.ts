import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { Problems } from '../api/problems.js';
import { Desk } from './desk.js';
import { DeskAnswer, RequestListAnswer } from './desk-answers.js';
import { Requests } from './requests.js';

class DeskQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Seulement les pôles dont on est en charge, ou dont personne ne l’est',
  })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'true ou false.' })
  mine?: string;
}

@ApiTags('Échéances')
@Controller()
export class DeskController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Requests) private readonly requests: Requests,
  ) {}

  @Get('me/desk')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: DeskAnswer })
  @Problems(422)
  @ApiOperation({
    operationId: 'my-desk',
    summary: 'Ce que vous devez, par urgence ; ce que d’autres vous doivent ; ce que vous avez à trancher',
  })
  async read(@Query() { mine }: DeskQuery, @Req() { actors }: AuthoredRequest): Promise<DeskAnswer> {
    return this.desk.of(actors, { onlyMine: mine === 'true' });
  }

  @Get('me/requests')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: RequestListAnswer })
  @ApiOperation({
    operationId: 'my-requests',
    summary: 'Les demandes que vos rôles tranchent : qui demande, pourquoi, jusqu’à quand',
  })
  async asked(@Req() { actors }: AuthoredRequest): Promise<RequestListAnswer> {
    return this.requests.of(actors);
  }
}
