import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { OpenedFile } from './document-shelf.js';

/** A file as it is given back: to be kept, never shown in the house's place, whatever it holds. */
export function given({ name, mediaType, size, bytes }: OpenedFile, response: Response): StreamableFile {
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  return new StreamableFile(bytes, {
    type: mediaType,
    length: size,
    disposition: `attachment; filename="${plain(name)}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, escaped)}`,
  });
}

/** For programs that read no other alphabet than that of ASCII. */
const plain = (name: string) => name.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\]/g, '');

const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
