import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../api/access.js';
import { PoleReads } from '../database/pole-reads.js';

@ApiTags('Pays')
@Controller('pays')
export class TerritoriesController {
  constructor(@Inject(PoleReads) private readonly reads: PoleReads) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOperation({ operationId: 'list-pays', summary: 'Les 21 pays : départements, EPCI, population' })
  async list() {
    const pays = await this.reads.pays();
    return { items: pays.map(({ contour: _contour, ...shown }) => shown) };
  }

  @Get('contours')
  @Access({ to: 'people' })
  @ApiOperation({ operationId: 'pays-contours', summary: 'Les contours des pays, en GeoJSON' })
  async contours() {
    const pays = await this.reads.pays();
    const features = pays.map(({ code, name, contour }) => ({
      type: 'Feature',
      properties: { code, name },
      geometry: contour,
    }));
    return { type: 'FeatureCollection', features };
  }
}
