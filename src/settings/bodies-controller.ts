import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { holdsOneOf, type AuthoredRequest } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { Problems } from '../api/problems.js';
import { SettingsReads } from '../database/settings-reads.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import { NAMING_ROLES, rolesThat } from '../domain/dossier/roles.js';
import { siret as siretOf } from '../domain/kernel/identifiers.js';
import { nameBody } from '../record/settings/body-register.js';
import { BodyAnswer, BodyNamedAnswer } from './answers.js';
import { authorOf, RequiresKey } from './author.js';
import { OfficialNameBody } from './request-bodies.js';

/** The roles that keep the register of bodies: those of the Région that keep the contacts. */
const KEEPERS = rolesThat('keeper');
const SIRET = { name: 'siret', schema: { type: 'string', pattern: '^\\d{14}$' } } as const;

@ApiTags('Organismes')
@Controller('bodies')
export class BodiesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(SettingsReads) private readonly reads: SettingsReads,
  ) {}

  @Get(':siret')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: BodyAnswer })
  @Problems(404, 422)
  @ApiOperation({ operationId: 'read-body', summary: 'Un organisme du registre : son nom officiel, et ceux d’avant' })
  @ApiParam(SIRET)
  async read(@Param('siret') number: string, @Req() request: AuthoredRequest): Promise<BodyAnswer> {
    const siret = siretOf(number);
    const body = (await this.isInSight(siret, request)) ? await this.reads.named(siret) : undefined;
    if (!body)
      throw new ProblemException(
        problem('not-found', 404, 'Introuvable', "Cet organisme n'est pas au registre de la Région."),
      );
    const isKeeper = holdsOneOf(request.actors, KEEPERS);
    const names = await this.reads.names(siret);
    return {
      ...{ siret, name: body.name, rna: body.rna },
      names: names.map(({ name, rna, from, by, at }) => ({ name, rna, from, at, by: isKeeper ? by : null })),
    };
  }

  @Post(':siret/names')
  @HttpCode(201)
  @Access({ to: 'roles', roles: KEEPERS })
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
    @Body() { name, rna, from }: OfficialNameBody,
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BodyNamedAnswer> {
    const asked = { siret: siretOf(number), name, ...(rna ? { rna } : {}), ...(from ? { from } : {}) };
    const author = authorOf(request, KEEPERS, { setting: 'name', ...asked });
    const { named, replayed } = await this.source.transaction(manager => nameBody(manager, asked, author));
    if (replayed) response.setHeader('Idempotency-Replayed', 'true');
    return { siret: named.siret, name: named.name };
  }

  /** Those who know each pôle by its name know each body; the others, those of their dossiers. */
  private async isInSight(siret: string, { actors }: AuthoredRequest): Promise<boolean> {
    if (actors.some(({ role }) => (NAMING_ROLES as readonly string[]).includes(role))) return true;
    const perimeter = perimeterOf(actors);
    return perimeter === undefined || this.reads.isInSight(siret, perimeter);
  }
}
