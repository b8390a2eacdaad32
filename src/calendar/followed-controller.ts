import { Controller, Delete, Get, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { FollowedPolesAnswer, FollowingAnswer } from './answers.js';
import { MyCalendar } from './my-calendar.js';
import { Problems } from '../api/problems.js';

const POLE = { name: 'poleId', schema: { type: 'string', format: 'uuid' } } as const;

@ApiTags('Calendrier')
@Controller('me/followed-poles')
export class FollowedPolesController {
  constructor(@Inject(MyCalendar) private readonly calendar: MyCalendar) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: FollowedPolesAnswer })
  @ApiOperation({
    operationId: 'followed-poles',
    summary: 'Les pôles dont toutes les échéances sont dans votre agenda',
  })
  async list(@Req() request: AuthoredRequest): Promise<FollowedPolesAnswer> {
    return { items: await this.calendar.followed(request) };
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
  async follow(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<FollowingAnswer> {
    await this.calendar.follow(poleId, request);
    return { followed: true };
  }

  @Delete(':poleId')
  @Access({ to: 'people' })
  @ApiParam(POLE)
  @ApiOkResponse({ description: 'Fait', type: FollowingAnswer })
  @Problems(404)
  @ApiOperation({ operationId: 'leave-pole', summary: 'Ne plus suivre un pôle' })
  async leave(@Param('poleId') poleId: string, @Req() { account }: AuthoredRequest): Promise<FollowingAnswer> {
    await this.calendar.leave(poleId, account);
    return { followed: false };
  }
}
