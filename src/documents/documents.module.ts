import { Module } from '@nestjs/common';
import { DocumentReads } from '../database/document-reads.js';
import { DocumentsController } from './controller.js';
import { DocumentShelf } from './document-shelf.js';
import { FilesController } from './files-controller.js';

@Module({
  controllers: [DocumentsController, FilesController],
  providers: [DocumentShelf, DocumentReads],
  exports: [DocumentShelf],
})
export class DocumentsModule {}
