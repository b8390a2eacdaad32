import { Body, Controller, Delete, HttpCode, Inject, Param, Patch, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { ownRoles, type AuthoredRequest } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { ContactReads } from '../database/contact-reads.js';
import { isUuid } from '../domain/kernel/ids.js';
import { addAbsence, changeAbsence, endAbsence } from '../record/people/absences.js';
import type { Author } from '../record/people/lending.js';
import { RuleBook } from '../reglement/load.js';
import { knownContact } from './contact-access.js';
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
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
    @Inject(ContactReads) private readonly reads: ContactReads,
  ) {}

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
    const { delegate = null, lends = true, ...days } = body;
    if (delegate !== null) await knownContact(this.reads, delegate);
    return this.source.transaction(manager =>
      addAbsence(manager, this.book, { contact, delegate, lends, ...days }, authorOf(request)),
    );
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
    await this.requireAbsence(contact, id);
    if (change.delegate !== undefined) await knownContact(this.reads, change.delegate);
    return this.source.transaction(manager =>
      changeAbsence(manager, this.book, { id, contact }, { ...change }, authorOf(request)),
    );
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
    await this.requireAbsence(contact, id);
    await this.source.transaction(manager => endAbsence(manager, { id, contact }, authorOf(request)));
    return { id };
  }

  private async requireAbsence(contact: string, id: string): Promise<void> {
    if (!isUuid(id) || !(await this.reads.absence(contact, id)))
      throw new ProblemException(problem('not-found', 404, 'Introuvable', "Cette absence n'est pas notée."));
  }
}

const authorOf = ({ account, actors }: AuthoredRequest): Author => ({ account, roles: ownRoles(actors) });
