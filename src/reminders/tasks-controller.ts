import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { problem, ProblemException } from '../api/problem.js';
import { TaskReads } from '../database/task-reads.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { isUuid } from '../domain/kernel/ids.js';
import { closeTask } from '../record/reminders/tasks.js';
import { IdentifiedAnswer } from '../api/answers/identified.js';
import { TaskListAnswer } from './follow-up-answers.js';
import { Problems } from '../api/problems.js';

@ApiTags('Tâches')
@Controller('tasks')
export class TasksController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(TaskReads) private readonly reads: TaskReads,
  ) {}

  @Get()
  @Access({ to: 'roles', roles: rolesThat('keeper') })
  @ApiOkResponse({ description: 'Lu', type: TaskListAnswer })
  @ApiOperation({ operationId: 'list-tasks', summary: 'Ce qui demande quelqu’un, le plus ancien d’abord' })
  async list(): Promise<TaskListAnswer> {
    return { items: await this.reads.open() };
  }

  @Post(':taskId/closing')
  @HttpCode(200)
  @Access({ to: 'roles', roles: rolesThat('keeper') })
  @ApiOkResponse({ description: 'Fait', type: IdentifiedAnswer })
  @Problems(404)
  @ApiOperation({ operationId: 'close-task', summary: 'Fermer une tâche dont quelqu’un s’est occupé' })
  @ApiParam({ name: 'taskId', schema: { type: 'string', format: 'uuid' } })
  async close(@Param('taskId') id: string): Promise<IdentifiedAnswer> {
    if (!isUuid(id) || !(await closeTask(this.source, id)))
      throw new ProblemException(problem('not-found', 404, 'Introuvable', "Cette tâche n'est pas ouverte."));
    return { id };
  }
}
