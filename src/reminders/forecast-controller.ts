import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { Problems } from '../api/problems.js';
import { ForecastAnswer } from './answers.js';
import { Forecaster, HORIZONS, type Horizon } from './forecaster.js';

/** What a query says once; a list when it says it several times, which is none of what is asked here. */
type Asked = string | readonly string[] | undefined;

@ApiTags('Prévision')
@Controller('forecast')
export class ForecastController {
  constructor(@Inject(Forecaster) private readonly forecaster: Forecaster) {}

  @Get()
  @Access({ to: 'people' })
  @ApiQuery({ name: 'days', required: false, schema: { type: 'integer', enum: [...HORIZONS], default: 30 } })
  @ApiQuery({ name: 'pole', required: false, schema: { type: 'string', format: 'uuid' } })
  @ApiOkResponse({ description: 'Calculé ; rien n’est écrit', type: ForecastAnswer })
  @Problems(404, 422)
  @ApiOperation({
    operationId: 'forecast',
    summary: 'Ce que le moteur va faire, si personne n’agit : rappels, escalades, passages automatiques, blocages',
  })
  async read(
    @Query('days') days: Asked,
    @Query('pole') pole: Asked,
    @Req() request: AuthoredRequest,
  ): Promise<ForecastAnswer> {
    return this.forecaster.read(daysOf(days), pole === undefined ? undefined : String(pole), request.actors);
  }
}

function daysOf(days: Asked = '30'): Horizon {
  const found = HORIZONS.find(horizon => String(horizon) === days);
  if (found === undefined)
    throw new ProblemException(
      problem('forecast-days', 422, 'Horizon inconnu', 'La prévision va à 30, 90 ou 365 jours.', {
        errors: [{ code: 'invalid-field', detail: '30, 90 ou 365 jours.', pointer: '/days' }],
      }),
    );
  return found;
}
