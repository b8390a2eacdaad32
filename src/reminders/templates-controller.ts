import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { House } from '../api/house.js';
import { problem, ProblemException } from '../api/problem.js';
import { TemplateListAnswer, TemplatePreviewAnswer } from './follow-up-answers.js';
import { Problems } from '../api/problems.js';

const KEEPERS = ['admin', 'manager', 'instructor'] as const;

@ApiTags('Courriers')
@Controller('notices/templates')
export class TemplatesController {
  constructor(@Inject(House) private readonly house: House) {}

  @Get()
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: TemplateListAnswer })
  @ApiOperation({ operationId: 'list-templates', summary: 'Les modèles de courrier' })
  list(): TemplateListAnswer {
    return { items: this.house.post.templates.names };
  }

  @Get(':name/preview')
  @Access({ to: 'roles', roles: KEEPERS })
  @ApiOkResponse({ description: 'Lu', type: TemplatePreviewAnswer })
  @Problems(404)
  @ApiOperation({ operationId: 'preview-template', summary: 'Un modèle de courrier, sur une échéance fictive' })
  @ApiParam({ name: 'name', schema: { type: 'string' } })
  preview(@Param('name') name: string): TemplatePreviewAnswer {
    const { templates, letters } = this.house.post;
    if (!templates.has(name))
      throw new ProblemException(problem('not-found', 404, 'Introuvable', "Ce modèle de courrier n'existe pas."));
    return letters.preview(name);
  }
}
