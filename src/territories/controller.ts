import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { PoleReads } from '../database/pole-reads.js';
import { ContoursAnswer, PaysListAnswer, type ContourAnswer } from './answers.js';

@ApiTags('Pays')
@Controller('pays')
export class TerritoriesController {
  constructor(@Inject(PoleReads) private readonly reads: PoleReads) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: PaysListAnswer })
  @ApiOperation({ operationId: 'list-pays', summary: 'Les 21 pays : départements, EPCI, population' })
  async list(): Promise<PaysListAnswer> {
    const pays = await this.reads.pays();
    return { items: pays.map(({ contour: _contour, ...shown }) => shown) };
  }

  @Get('contours')
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lu', type: ContoursAnswer })
  @ApiOperation({ operationId: 'pays-contours', summary: 'Les contours des pays, en GeoJSON' })
  async contours(): Promise<ContoursAnswer> {
    const pays = await this.reads.pays();
    const features = pays.map(({ code, name, contour }): ContourAnswer => ({
      type: 'Feature',
      properties: { code, name },
      geometry: contour,
    }));
    return { type: 'FeatureCollection', features };
  }
}
