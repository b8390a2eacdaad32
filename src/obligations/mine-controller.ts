import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { readClock } from '../clock/clock.js';
import { PoleReads } from '../database/pole-reads.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import { readViews } from '../record/views.js';
import { OwedListAnswer } from './answers.js';

@ApiTags('Échéances')
@Controller('me/obligations')
export class MyObligationsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(PoleReads) private readonly reads: PoleReads,
  ) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: OwedListAnswer })
  @ApiOperation({ operationId: 'my-obligations', summary: 'Ce que vous devez, le plus pressant d’abord' })
  async list(@Req() request: AuthoredRequest): Promise<OwedListAnswer> {
    const { today } = await readClock(this.source.manager);
    const roles = request.actors.map(actor => actor.role);
    const perimeter = perimeterOf(request.actors);
    const found = await this.reads.openObligations(roles, perimeter);
    const bodiless = perimeter === undefined ? [] : found.filter(({ obligation }) => obligation.debtorBody === null);
    const views = await readViews(
      this.source.manager,
      bodiless.map(({ obligation }) => obligation.poleId),
      request.actors,
    );
    // What names no body is owed by who holds the dossier.
    const others = bodiless.filter(({ obligation }) => views.get(obligation.poleId) !== 'whole');
    const items = found
      .filter(line => !others.includes(line))
      .map(({ obligation, poleName }) => ({
        id: obligation.id,
        pole: { id: obligation.poleId, name: poleName },
        kind: obligation.kind,
        instance: obligation.instance,
        label: expectationOf(obligation.kind).label,
        as: obligation.debtorRole,
        due: obligation.due,
        late: obligation.due !== null && obligation.due < today,
        source: obligation.source,
        acts: expectationOf(obligation.kind).acts,
      }));
    return { items };
  }
}
