import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { IdentifiedAnswer } from '../api/answers/identified.js';
import { TaskListAnswer } from './follow-up-answers.js';
import { Problems } from '../api/problems.js';
import { Tasks } from './tasks.js';

@ApiTags('Tâches')
@Controller('tasks')
export class TasksController {
  constructor(@Inject(Tasks) private readonly tasks: Tasks) {}

  @Get()
  @Access({ to: 'roles', roles: rolesThat('keeper') })
  @ApiOkResponse({ description: 'Lu', type: TaskListAnswer })
  @ApiOperation({ operationId: 'list-tasks', summary: 'Ce qui demande quelqu’un, le plus ancien d’abord' })
  async list(): Promise<TaskListAnswer> {
    return { items: await this.tasks.open() };
  }

  @Post(':taskId/closing')
  @HttpCode(200)
  @Access({ to: 'roles', roles: rolesThat('keeper') })
  @ApiOkResponse({ description: 'Fait', type: IdentifiedAnswer })
  @Problems(404)
  @ApiOperation({ operationId: 'close-task', summary: 'Fermer une tâche dont quelqu’un s’est occupé' })
  @ApiParam({ name: 'taskId', schema: { type: 'string', format: 'uuid' } })
  async close(@Param('taskId') id: string): Promise<IdentifiedAnswer> {
    await this.tasks.close(id);
    return { id };
  }
}
