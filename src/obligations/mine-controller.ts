import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { readClock } from '../clock/clock.js';
import { OwedReads } from '../database/owed-reads.js';
import { objectView } from '../api/answers/named-object.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import { objectOfObligation, obligationLabel } from '../domain/dossier/naming.js';
import { withoutDrafting } from '../domain/reminders/told.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import { readStates } from '../record/dossiers.js';
import { OwedListAnswer } from './answers.js';

@ApiTags('Échéances')
@Controller('me/obligations')
export class MyObligationsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(OwedReads) private readonly reads: OwedReads,
  ) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: OwedListAnswer })
  @ApiOperation({ operationId: 'my-obligations', summary: 'Ce que vous devez, le plus pressant d’abord' })
  async list(@Req() request: AuthoredRequest): Promise<OwedListAnswer> {
    const { today } = await readClock(this.source.manager);
    const roles = request.actors.map(actor => actor.role);
    const found = await this.reads.by(roles, perimeterOf(request.actors));
    const states = await readStates(this.source.manager, [...new Set(found.map(({ poleId }) => poleId))]);
    const items = found.flatMap(({ id, poleId, poleName, kind, instance, debtorRole, due, source }) => {
      const state = states.get(poleId);
      if (!state) return [];
      const line = {
        ...{ id, pole: { id: poleId, name: poleName }, kind, instance, as: debtorRole, due },
        label: obligationLabel({ kind, instance }, state),
        object: objectView(objectOfObligation({ kind, instance }, state)),
        late: due !== null && due < today,
        source: withoutDrafting(source),
        acts: expectationOf(kind).acts,
      };
      return [line];
    });
    return { items };
  }
}
