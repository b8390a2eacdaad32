import { Body, Controller, Delete, HttpCode, Inject, Param, Patch, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { Absences } from './absences.js';
import { AbsenceBody, AbsenceChangeBody } from './contact-bodies.js';
import { ContactGuard } from './contact-guard.js';
import { IdentifiedAnswer } from '../api/answers/identified.js';
import { AbsenceNotedAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

const uuid = (name: string) => ({ name, schema: { type: 'string', format: 'uuid' } }) as const;

/** Absences, by who is away or by those who keep the contacts. `lends` answers whether the delegate may act too. */
@ApiTags('Contacts')
@Controller('contacts/:contactId/absences')
@UseGuards(ContactGuard)
export class AbsencesController {
  constructor(@Inject(Absences) private readonly absences: Absences) {}

  @Post()
  @HttpCode(201)
  @Access({ to: 'people' })
  @ApiCreatedResponse({ description: 'Fait', type: AbsenceNotedAnswer })
  @Problems(400, 404, 409, 413, 415, 422)
  @ApiOperation({ operationId: 'add-absence', summary: 'Noter une absence et qui reçoit à sa place' })
  @ApiParam(uuid('contactId'))
  @ApiBody({ type: AbsenceBody })
  async add(
    @Param('contactId') contact: string,
    @Body() body: AbsenceBody,
    @Req() request: AuthoredRequest,
  ): Promise<AbsenceNotedAnswer> {
    return this.absences.add(contact, body, request);
  }

  @Patch(':absenceId')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Fait', type: AbsenceNotedAnswer })
  @Problems(400, 404, 409, 413, 415, 422)
  @ApiOperation({
    operationId: 'change-absence',
    summary: 'Corriger les jours d’une absence, ou qui reçoit à sa place',
  })
  @ApiParam(uuid('contactId'))
  @ApiParam(uuid('absenceId'))
  @ApiBody({ type: AbsenceChangeBody })
  async change(
    @Param('contactId') contact: string,
    @Param('absenceId') id: string,
    @Body() change: AbsenceChangeBody,
    @Req() request: AuthoredRequest,
  ): Promise<AbsenceNotedAnswer> {
    return this.absences.change({ contact, id }, change, request);
  }

  @Delete(':absenceId')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Fait', type: IdentifiedAnswer })
  @Problems(404, 409)
  @ApiOperation({ operationId: 'end-absence', summary: 'Dire quelqu’un de retour dès aujourd’hui' })
  @ApiParam(uuid('contactId'))
  @ApiParam(uuid('absenceId'))
  async end(
    @Param('contactId') contact: string,
    @Param('absenceId') id: string,
    @Req() request: AuthoredRequest,
  ): Promise<IdentifiedAnswer> {
    await this.absences.end({ contact, id }, request);
    return { id };
  }
}
