import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { House } from '../api/house.js';
import { problem, ProblemException } from '../api/problem.js';
import { rolesThat } from '../domain/dossier/roles.js';

@ApiTags('Courriers')
@Controller('notices/templates')
export class TemplatesController {
  constructor(@Inject(House) private readonly house: House) {}

  @Get()
  @Access({ to: 'roles', roles: rolesThat('keeper') })
  @ApiOperation({ operationId: 'list-templates', summary: 'Les modèles de courrier' })
  list() {
    return { items: this.house.post.templates.names };
  }

  @Get(':name/preview')
  @Access({ to: 'roles', roles: rolesThat('keeper') })
  @ApiOperation({ operationId: 'preview-template', summary: 'Un modèle de courrier, sur une échéance fictive' })
  @ApiParam({ name: 'name', schema: { type: 'string' } })
  preview(@Param('name') name: string) {
    const { templates, letters } = this.house.post;
    if (!templates.has(name))
      throw new ProblemException(problem('not-found', 404, 'Introuvable', "Ce modèle de courrier n'existe pas."));
    return letters.preview(name);
  }
}
