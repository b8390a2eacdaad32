import { Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { readParts } from '../api/file-parts.js';
import { Problems } from '../api/problems.js';
import { TakesFiles } from '../api/takes-files.js';
import { FileRefusedError } from '../files/file-refused.js';
import { poleIdentifier } from '../poles/pole-identifier.js';
import { DepositAnswer, DocumentsAnswer } from './answers.js';
import { DocumentShelf } from './document-shelf.js';
import { given } from './given.js';

const POLE = { name: 'poleId', schema: { type: 'string', format: 'uuid' } } as const;

/** The files of a pôle: brought, listed and read. */
@ApiTags('Documents')
@Controller('poles/:poleId/documents')
export class FilesController {
  constructor(@Inject(DocumentShelf) private readonly shelf: DocumentShelf) {}

  @Get()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Lus', type: DocumentsAnswer })
  @Problems(400, 404)
  @ApiOperation({
    operationId: 'read-documents',
    summary: 'Les documents du pôle : ceux des faits, et vos fichiers qu’aucun acte n’a repris',
  })
  @ApiParam(POLE)
  async list(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<DocumentsAnswer> {
    return { items: await this.shelf.list(poleIdentifier(poleId), request) };
  }

  @Post()
  @HttpCode(201)
  @TakesFiles()
  @Access({ to: 'people' })
  @ApiResponse({ status: 201, description: 'Déposé : un acte peut le nommer par son empreinte', type: DepositAnswer })
  @Problems(400, 403, 404, 413, 415, 422)
  @ApiOperation({
    operationId: 'deposit-document',
    summary: 'Déposer un fichier, dont la maison calcule l’empreinte',
    description:
      'PDF, ODT, ODS, DOCX, XLSX, JPEG ou PNG, 20 Mo au plus. Un acte le reprend ensuite par son empreinte ; sans acte, il est oublié au bout de trente jours.',
  })
  @ApiParam(POLE)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  async deposit(
    @Param('poleId') poleId: string,
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DepositAnswer> {
    const id = poleIdentifier(poleId);
    let deposited: DepositAnswer | undefined;
    await readParts(request, response, {
      most: 1,
      take: async file => {
        deposited = await this.shelf.take(id, request, file);
      },
    });
    if (!deposited) throw new FileRefusedError('empty', 'Aucun fichier n’est joint.');
    return deposited;
  }

  @Get(':hash/content')
  @Header('Cache-Control', 'no-store')
  @Access({ to: 'people' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'Ses octets', schema: { type: 'string', format: 'binary' } })
  @Problems(400, 404, 409)
  @ApiOperation({ operationId: 'read-document', summary: 'Télécharger un document' })
  @ApiParam(POLE)
  @ApiParam({ name: 'hash', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } })
  async read(
    @Param('poleId') poleId: string,
    @Param('hash') hash: string,
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return given(await this.shelf.open(poleIdentifier(poleId), hash, request), response);
  }
}
