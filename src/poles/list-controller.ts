import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { CSV_CONTENT, sendCsv, wantsCsv } from '../api/csv.js';
import { Problems } from '../api/problems.js';
import { PoleListAnswer } from './list-answers.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the classes from the handlers' metadata
import { PoleListFilter, PoleListQuery } from './list-query.js';
import { PoleList } from './pole-list.js';

@ApiTags('Pôles')
@ApiExtraModels(PoleListAnswer)
@Controller()
export class PoleListController {
  constructor(@Inject(PoleList) private readonly list: PoleList) {}

  @Get('poles')
  @Access({ to: 'people' })
  @ApiOkResponse({
    description: 'Lu ; en CSV, toutes les lignes du filtre',
    content: { 'application/json': { schema: { $ref: getSchemaPath(PoleListAnswer) } }, ...CSV_CONTENT },
  })
  @Problems(400, 422)
  @ApiOperation({
    operationId: 'list-poles',
    summary: 'Les pôles que vous pouvez voir : cherchés, filtrés, triés, avec leurs sommes',
  })
  async read(@Query() query: PoleListQuery, @Req() request: AuthoredRequest, @Res() response: Response): Promise<void> {
    if (wantsCsv(request)) sendCsv(response, 'poles', await this.list.table(query, request.actors));
    else response.json(await this.list.page(query, request.actors));
  }

  @Get('poles.csv')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', content: CSV_CONTENT })
  @Problems(400, 422)
  @ApiOperation({ operationId: 'list-poles-csv', summary: 'Les mêmes, toutes les lignes, pour un tableur' })
  async table(
    @Query() query: PoleListFilter,
    @Req() request: AuthoredRequest,
    @Res() response: Response,
  ): Promise<void> {
    sendCsv(response, 'poles', await this.list.table(query, request.actors));
  }
}
