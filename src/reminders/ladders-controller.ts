import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { holdsOneOf, type AuthoredRequest } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { actNamed } from '../domain/dossier/acts.js';
import { obligationLabel } from '../domain/dossier/naming.js';
import { seenState } from '../domain/dossier/seen-state.js';
import { viewOf } from '../domain/dossier/view.js';
import { isUuid } from '../domain/kernel/ids.js';
import { readDossier } from '../record/dossiers.js';
import { UnknownDossierError } from '../record/refused.js';
import { RuleBook } from '../reglement/load.js';
import { ladderChanges } from './ladder-preview.js';
import { LadderPreviewAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

/** Who sets the ladders sees what they would change, even of a dossier that they do not read. */
const SETS_LADDERS = actNamed('apply-ladders').roles;

@ApiTags('Échéances')
@Controller('poles')
export class LaddersController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
  ) {}

  @Get(':poleId/ladders/:ladders')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu ; rien n’est écrit', type: LadderPreviewAnswer })
  @ApiParam({ name: 'poleId', schema: { type: 'string', format: 'uuid' } })
  @ApiParam({ name: 'ladders', schema: { type: 'string', example: 'fewer-reminders' } })
  @Problems(404)
  @ApiOperation({
    operationId: 'preview-ladders',
    summary: 'Ce que d’autres échelles de relance changeraient aux rappels à venir d’un pôle',
  })
  async preview(
    @Param('poleId') poleId: string,
    @Param('ladders') set: string,
    @Req() request: AuthoredRequest,
  ): Promise<LadderPreviewAnswer> {
    const { manager } = this.source;
    if (!isUuid(poleId)) throw new UnknownDossierError();
    const { state, reglement } = await readDossier(manager, poleId);
    const view = viewOf(state, request.actors) ?? (holdsOneOf(request.actors, SETS_LADDERS) ? 'whole' : undefined);
    if (view === undefined) throw new UnknownDossierError();
    const rules = this.book.of(reglement);
    if (!Object.hasOwn(rules.ladderSets, set))
      throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Ces échelles de relance n’existent pas.'));
    const { today } = await readClock(manager);
    const seen = seenState(view, state).obligations;
    const changes = ladderChanges(state, rules, set, today).filter(({ obligation }) => Object.hasOwn(seen, obligation));
    return {
      items: changes.map(({ instance, ...change }) => ({
        ...change,
        label: obligationLabel({ ...change, instance }, state),
      })),
    };
  }
}
