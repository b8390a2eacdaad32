import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { Problems } from '../api/problems.js';
import { rolesThat } from '../domain/dossier/roles.js';
import {
  LadderSetListAnswer,
  ReferenceDocumentListAnswer,
  ReglementChangesAnswer,
  ReglementTextAnswer,
  ReglementVersionListAnswer,
} from './rule-answers.js';
import { WrittenRules } from './written-rules.js';

/** Who keeps the house reads its rules, and which dossiers are under each. */
const KEEPERS = rolesThat('keeper');
const version = (name: string) => ({ name, schema: { type: 'string', example: 'poles-ess-2019' } }) as const;

@ApiTags('Règles')
@Controller()
export class RulesController {
  constructor(@Inject(WrittenRules) private readonly rules: WrittenRules) {}

  @Get('reglements')
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: ReglementVersionListAnswer })
  @ApiOperation({ operationId: 'list-reglements', summary: 'Les versions du règlement, et ce qui est sous chacune' })
  async reglements(): Promise<ReglementVersionListAnswer> {
    return { items: await this.rules.reglements() };
  }

  @Get('reglements/:reglementId')
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: ReglementTextAnswer })
  @Problems(404)
  @ApiOperation({ operationId: 'read-reglement', summary: 'Tout ce que dit une version du règlement, en français' })
  @ApiParam(version('reglementId'))
  reglement(@Param('reglementId') id: string): Promise<ReglementTextAnswer> {
    return this.rules.reglement(id);
  }

  @Get('reglements/:reglementId/changes/:otherId')
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: ReglementChangesAnswer })
  @Problems(404)
  @ApiOperation({
    operationId: 'compare-reglements',
    summary: 'Ce que deux versions du règlement ne disent pas de même',
  })
  @ApiParam(version('reglementId'))
  @ApiParam(version('otherId'))
  changes(@Param('reglementId') id: string, @Param('otherId') other: string): Promise<ReglementChangesAnswer> {
    return this.rules.changes(id, other);
  }

  @Get('reference-documents')
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: ReferenceDocumentListAnswer })
  @ApiOperation({
    operationId: 'list-reference-documents',
    summary: 'Les versions du document de référence, et les conventions qui les ont',
  })
  async documents(): Promise<ReferenceDocumentListAnswer> {
    return { items: await this.rules.documents() };
  }

  @Get('ladder-sets')
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: LadderSetListAnswer })
  @ApiOperation({ operationId: 'list-ladder-sets', summary: 'Les échelles de relance, et les pôles qui les suivent' })
  async ladderSets(): Promise<LadderSetListAnswer> {
    return { items: await this.rules.ladderSets() };
  }
}
