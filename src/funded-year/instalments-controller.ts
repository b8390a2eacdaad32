import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { CSV_CONTENT, sendCsv, wantsCsv } from '../api/csv.js';
import { Problems } from '../api/problems.js';
import { InstalmentListAnswer } from './instalment-answers.js';
import { InstalmentList } from './instalment-list.js';
// oxlint-disable-next-line typescript/consistent-type-imports -- the pipe reads the classes from the handlers' metadata
import { InstalmentListFilter, InstalmentListQuery } from './instalment-query.js';

@ApiTags('Exercices et versements')
@ApiExtraModels(InstalmentListAnswer)
@Controller()
export class InstalmentsController {
  constructor(@Inject(InstalmentList) private readonly list: InstalmentList) {}

  @Get('instalments')
  @Access({ to: 'people' })
  @ApiOkResponse({
    description: 'Lu ; en CSV, toutes les lignes du filtre',
    content: { 'application/json': { schema: { $ref: getSchemaPath(InstalmentListAnswer) } }, ...CSV_CONTENT },
  })
  @Problems(400, 422)
  @ApiOperation({
    operationId: 'list-instalments',
    summary:
      'Les versements de tous vos pôles, par ce que chacun attend : sommes, délai, ce qui retient et ce qui lève',
  })
  async read(
    @Query() query: InstalmentListQuery,
    @Req() request: AuthoredRequest,
    @Res() response: Response,
  ): Promise<void> {
    if (wantsCsv(request)) sendCsv(response, 'versements', await this.list.table(query, request.actors));
    else response.json(await this.list.page(query, request.actors));
  }

  @Get('instalments.csv')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', content: CSV_CONTENT })
  @Problems(400, 422)
  @ApiOperation({ operationId: 'list-instalments-csv', summary: 'Les mêmes, toutes les lignes, pour un tableur' })
  async table(
    @Query() query: InstalmentListFilter,
    @Req() request: AuthoredRequest,
    @Res() response: Response,
  ): Promise<void> {
    sendCsv(response, 'versements', await this.list.table(query, request.actors));
  }
}
