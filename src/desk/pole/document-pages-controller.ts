import { Controller, Inject, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { PEOPLE } from '../../api/access.js';
import type { AuthoredRequest } from '../../api/access-guard.js';
import { DocumentShelf } from '../../documents/document-shelf.js';
import { given } from '../../documents/given.js';
import { PoleReader } from '../../poles/pole-reader.js';
import { HouseFactsReader } from '../forms/house-facts.js';
import { isInPlace } from '../frame/in-place.js';
import type { Page } from '../frame/page.js';
import type { Part } from '../frame/part.js';
import { ReadFile, ReadPage, ReadPart } from '../frame/routes.js';
import { SeeOther } from '../frame/see-other.js';
import { documentsPage, statePart } from './documents-page.js';

/** The documents of a pôle, listed and read. */
@ApiExcludeController()
@Controller('poles/:poleId/documents')
export class DocumentPagesController {
  constructor(
    @Inject(PoleReader) private readonly poles: PoleReader,
    @Inject(DocumentShelf) private readonly shelf: DocumentShelf,
    @Inject(HouseFactsReader) private readonly house: HouseFactsReader,
  ) {}

  @ReadPage('/', PEOPLE)
  async list(@Param('poleId') poleId: string, @Req() request: AuthoredRequest): Promise<Page> {
    const pole = await this.poles.read(poleId, request.actors);
    const [documents, people] = await Promise.all([this.shelf.list(poleId, request), this.house.people()]);
    return documentsPage({ pole, documents, people });
  }

  @ReadPart(':hash/etat', PEOPLE)
  async state(
    @Param('poleId') poleId: string,
    @Param('hash') hash: string,
    @Req() request: AuthoredRequest,
  ): Promise<Part | SeeOther> {
    const state = await this.shelf.verdictOn(poleId, hash, request);
    return isInPlace(request) ? statePart(state) : new SeeOther(`/poles/${poleId}/documents`);
  }

  @ReadFile(':hash', PEOPLE)
  async read(
    @Param('poleId') poleId: string,
    @Param('hash') hash: string,
    @Req() request: AuthoredRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    response.setHeader('Cache-Control', 'no-store');
    return given(await this.shelf.open(poleId, hash, request), response);
  }
}
