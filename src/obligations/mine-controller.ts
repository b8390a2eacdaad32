import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { readClock } from '../clock/clock.js';
import { PoleReads } from '../database/pole-reads.js';
import { objectView } from '../api/answers/named-object.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import { objectOfObligation, obligationLabel } from '../domain/dossier/naming.js';
import { withoutDrafting } from '../domain/reminders/told.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import { viewOf } from '../domain/dossier/view.js';
import { readStates } from '../record/dossiers.js';
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
    const states = await readStates(this.source.manager, [
      ...new Set(found.map(({ obligation }) => obligation.poleId)),
    ]);
    const lines = found.flatMap(line => {
      const state = states.get(line.obligation.poleId);
      return state ? [{ ...line, state }] : [];
    });
    // What names no body is owed by who holds the dossier.
    const isTheirs = ({ obligation, state }: (typeof lines)[number]) =>
      perimeter === undefined || obligation.debtorBody !== null || viewOf(state, request.actors) === 'whole';
    const items = lines.filter(isTheirs).map(({ obligation, poleName, state }) => ({
      id: obligation.id,
      pole: { id: obligation.poleId, name: poleName },
      kind: obligation.kind,
      instance: obligation.instance,
      label: obligationLabel(obligation, state),
      object: objectView(objectOfObligation(obligation, state)),
      as: obligation.debtorRole,
      due: obligation.due,
      late: obligation.due !== null && obligation.due < today,
      source: withoutDrafting(obligation.source),
      acts: expectationOf(obligation.kind).acts,
    }));
    return { items };
  }
}
