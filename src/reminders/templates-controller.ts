import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { problem, ProblemException } from '../api/problem.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { Letters } from '../mail/letter.js';
import { Templates } from '../mail/templates.js';
import { TemplateListAnswer, TemplatePreviewAnswer } from './follow-up-answers.js';
import { Problems } from '../api/problems.js';

@ApiTags('Courriers')
@Controller('notices/templates')
export class TemplatesController {
  constructor(
    @Inject(Templates) private readonly templates: Templates,
    @Inject(Letters) private readonly letters: Letters,
  ) {}

  @Get()
  @Access({ to: 'roles', roles: rolesThat('keeper') })
  @ApiOkResponse({ description: 'Lu', type: TemplateListAnswer })
  @ApiOperation({ operationId: 'list-templates', summary: 'Les modèles de courrier' })
  list(): TemplateListAnswer {
    return { items: this.templates.names };
  }

  @Get(':name/preview')
  @Access({ to: 'roles', roles: rolesThat('keeper') })
  @ApiOkResponse({ description: 'Lu', type: TemplatePreviewAnswer })
  @Problems(404)
  @ApiOperation({ operationId: 'preview-template', summary: 'Un modèle de courrier, sur une échéance fictive' })
  @ApiParam({ name: 'name', schema: { type: 'string' } })
  preview(@Param('name') name: string): TemplatePreviewAnswer {
    if (!this.templates.has(name))
      throw new ProblemException(problem('not-found', 404, 'Introuvable', "Ce modèle de courrier n'existe pas."));
    return this.letters.preview(name);
  }
}
