import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { IdentifiedAnswer } from '../api/answers/identified.js';
import { Problems } from '../api/problems.js';
import type { SettingDone } from '../record/people/mandates.js';
import { RightListAnswer } from './answers.js';
import { askerOf, RequiresKey } from './author.js';
import { EndingBody, RightBody } from './request-bodies.js';
import { RIGHTS_KEEPERS, Rights } from './rights.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the class from the handler's metadata
import { RightListQuery } from './right-list-query.js';

@ApiTags('Droits')
@Controller('rights')
export class RightsController {
  constructor(@Inject(Rights) private readonly rights: Rights) {}

  @Get()
  @Access({ to: 'roles', roles: RIGHTS_KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: RightListAnswer })
  @Problems(422)
  @ApiOperation({
    operationId: 'list-rights',
    summary: 'Qui tient ou a tenu quel rôle, depuis quand, et qui l’a donné ou retiré',
  })
  async list(@Query() filter: RightListQuery): Promise<RightListAnswer> {
    return { items: await this.rights.list(filter) };
  }

  @Post()
  @HttpCode(201)
  @Access({ to: 'roles', roles: RIGHTS_KEEPERS })
  @ApiCreatedResponse({ description: 'Fait', type: IdentifiedAnswer })
  @Problems(400, 409, 413, 415, 422)
  @RequiresKey()
  @ApiOperation({
    operationId: 'give-right',
    summary: 'Donner un rôle à un compte ; il vaut dès sa prochaine demande. Nul ne se donne un droit à soi-même',
  })
  @ApiBody({ type: RightBody })
  async give(
    @Body() body: RightBody,
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IdentifiedAnswer> {
    return answered(await this.rights.give(body, askerOf(request)), response);
  }

  @Post(':rightId/endings')
  @HttpCode(201)
  @Access({ to: 'roles', roles: RIGHTS_KEEPERS })
  @ApiCreatedResponse({ description: 'Fait', type: IdentifiedAnswer })
  @Problems(400, 404, 409, 413, 415, 422)
  @RequiresKey()
  @ApiOperation({
    operationId: 'end-right',
    summary: 'Retirer un droit, aussitôt : ni le sien, ni celui de la dernière personne qui administre',
  })
  @ApiParam({ name: 'rightId', schema: { type: 'string', format: 'uuid' } })
  @ApiBody({ type: EndingBody })
  async end(
    @Param('rightId') id: string,
    @Body() body: EndingBody,
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IdentifiedAnswer> {
    return answered(await this.rights.end(id, body, askerOf(request)), response);
  }
}

function answered({ id, replayed }: SettingDone, response: Response): IdentifiedAnswer {
  if (replayed) response.setHeader('Idempotency-Replayed', 'true');
  return { id };
}
