import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { CSV_CONTENT, sendCsv, wantsCsv } from '../api/csv.js';
import { Problems } from '../api/problems.js';
import { ReportListAnswer } from './report-answers.js';
import { ReportList } from './report-list.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the class from the handlers' metadata
import { ReportListQuery } from './report-query.js';

@ApiTags('Exercices et versements')
@ApiExtraModels(ReportListAnswer)
@Controller()
export class ReportsController {
  constructor(@Inject(ReportList) private readonly list: ReportList) {}

  @Get('reports')
  @Access({ to: 'people' })
  @ApiOkResponse({
    description: 'Lu ; en CSV, une ligne par compte rendu',
    content: { 'application/json': { schema: { $ref: getSchemaPath(ReportListAnswer) } }, ...CSV_CONTENT },
  })
  @Problems(422)
  @ApiOperation({
    operationId: 'list-reports',
    summary: 'Les comptes rendus des exercices qui finissent dans une année, pôle par pôle, et ce que chacun débloque',
  })
  async read(
    @Query() query: ReportListQuery,
    @Req() request: AuthoredRequest,
    @Res() response: Response,
  ): Promise<void> {
    if (wantsCsv(request)) sendCsv(response, 'comptes-rendus', await this.list.table(query, request.actors));
    else response.json(await this.list.matrix(query, request.actors));
  }

  @Get('reports.csv')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', content: CSV_CONTENT })
  @Problems(422)
  @ApiOperation({ operationId: 'list-reports-csv', summary: 'Les mêmes, une ligne par compte rendu, pour un tableur' })
  async table(
    @Query() query: ReportListQuery,
    @Req() request: AuthoredRequest,
    @Res() response: Response,
  ): Promise<void> {
    sendCsv(response, 'comptes-rendus', await this.list.table(query, request.actors));
  }
}
