import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { Problems } from '../api/problems.js';
import { BodyAnswer, BodyNamedAnswer } from './answers.js';
import { askerOf, RequiresKey } from './author.js';
import { BodyRegister, REGISTER_KEEPERS } from './body-register.js';
import { OfficialNameBody } from './request-bodies.js';

const SIRET = { name: 'siret', schema: { type: 'string', pattern: '^\\d{14}$' } } as const;

@ApiTags('Organismes')
@Controller('bodies')
export class BodiesController {
  constructor(@Inject(BodyRegister) private readonly register: BodyRegister) {}

  @Get(':siret')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: BodyAnswer })
  @Problems(404, 422)
  @ApiOperation({ operationId: 'read-body', summary: 'Un organisme du registre : son nom officiel, et ceux d’avant' })
  @ApiParam(SIRET)
  read(@Param('siret') number: string, @Req() { actors }: AuthoredRequest): Promise<BodyAnswer> {
    return this.register.read(number, actors);
  }

  @Post(':siret/names')
  @HttpCode(201)
  @Access({ to: 'roles', roles: REGISTER_KEEPERS })
  @ApiCreatedResponse({ description: 'Fait', type: BodyNamedAnswer })
  @Problems(400, 409, 413, 415, 422)
  @RequiresKey()
  @ApiOperation({
    operationId: 'name-body',
    summary: 'Donner à un organisme son nom officiel : il le porte dès lors dans tous les dossiers',
  })
  @ApiParam(SIRET)
  @ApiBody({ type: OfficialNameBody })
  async name(
    @Param('siret') number: string,
    @Body() body: OfficialNameBody,
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BodyNamedAnswer> {
    const { named, replayed } = await this.register.name(number, body, askerOf(request));
    if (replayed) response.setHeader('Idempotency-Replayed', 'true');
    return { siret: named.siret, name: named.name };
  }
}
