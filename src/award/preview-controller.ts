import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { amendmentEffects } from '../domain/award/amendment.js';
import { viewOf } from '../domain/dossier/view.js';
import { roleLabel } from '../domain/dossier/roles.js';
import { eurosDot, type Cents } from '../domain/kernel/cents.js';
import { isUuid } from '../domain/kernel/ids.js';
import { poleOfAward, readDossier } from '../record/dossiers.js';
import { RefusedError, UnknownDossierError } from '../record/refused.js';
import { preview, type Owing } from '../rehearsal/preview.js';
import { RuleBook } from '../reglement/load.js';
import { AmendmentPreviewAnswer, type OwingAnswer } from './answers.js';
import { Problems } from '../api/problems.js';

const euros = (amount: Cents | null) => (amount === null ? null : eurosDot(amount));
const owing = (side: Owing | null): OwingAnswer | null =>
  side && { due: side.due, from: { ...side.debtor, label: roleLabel(side.debtor.role) } };

@ApiTags('Attribution et convention')
@Controller('awards')
export class AmendmentPreviewController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(RuleBook) private readonly book: RuleBook,
  ) {}

  @Get(':awardId/preview')
  @Access({ to: 'people' })
  @Problems(404, 409)
  @ApiOperation({
    operationId: 'preview-amendment',
    summary: "Ce qu'un avenant changerait s'il entrait en vigueur aujourd'hui : échéances, débiteurs, versements",
  })
  @ApiParam({ name: 'awardId', schema: { type: 'string', format: 'uuid' } })
  @ApiOkResponse({ description: 'Lu ; rien n’est écrit', type: AmendmentPreviewAnswer })
  async read(@Param('awardId') awardId: string, @Req() request: AuthoredRequest): Promise<AmendmentPreviewAnswer> {
    const { manager } = this.source;
    const poleId = isUuid(awardId) ? await poleOfAward(manager, awardId) : undefined;
    if (poleId === undefined) throw new UnknownDossierError();
    const dossier = await readDossier(manager, poleId);
    if (viewOf(dossier.state, request.actors) !== 'whole') throw new UnknownDossierError();
    const amendment = dossier.state.awards[awardId];
    if (!amendment?.changes)
      throw new ProblemException(
        problem('not-an-amendment', 409, 'Rien à prévoir', "Cette attribution n'est pas un avenant."),
      );
    const rules = this.book.of(dossier.reglement);
    const { today } = await readClock(manager);
    const effects = amendmentEffects(dossier.state, amendment, rules, today);
    if ('code' in effects) throw new RefusedError([effects]);
    const { obligations, instalments } = await preview(dossier.state, dossier.facts, effects, rules, today);
    return {
      obligations: obligations.map(change => ({ ...change, before: owing(change.before), after: owing(change.after) })),
      instalments: instalments.map(change => ({ ...change, before: euros(change.before), after: euros(change.after) })),
    };
  }
}
