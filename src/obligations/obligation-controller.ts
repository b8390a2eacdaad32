import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { Problems } from '../api/problems.js';
import { ObligationAnswer } from './answers.js';
import { ObligationReader } from './obligation-reader.js';

@ApiTags('Échéances')
@Controller('obligations')
export class ObligationReadController {
  constructor(@Inject(ObligationReader) private readonly reader: ObligationReader) {}

  @Get(':obligationId')
  @Access({ to: 'people' })
  @ApiParam({ name: 'obligationId', schema: { type: 'string', format: 'uuid' } })
  @ApiOkResponse({ description: 'Lu', type: ObligationAnswer })
  @Problems(404)
  @ApiOperation({
    operationId: 'read-obligation',
    summary: 'Une échéance : qui la doit, pourquoi, ses dates d’avant, ses rappels, et comment la tenir',
  })
  read(@Param('obligationId') id: string, @Req() { actors }: AuthoredRequest): Promise<ObligationAnswer> {
    return this.reader.read(id, actors);
  }
}
