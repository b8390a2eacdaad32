import { readFileSync } from 'node:fs';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import { problem, ProblemException } from '../api/problem.js';
import { projectFile } from '../reglement/project-file.js';

const TYPES: Readonly<Record<string, string>> = {
  'echeance.css': 'text/css; charset=utf-8',
  'echeance.js': 'text/javascript; charset=utf-8',
};
/** Everything comes from the house, nothing is framed, no form leaves it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; " +
  "form-action 'none'; base-uri 'none'";

/** Where the link of a mail lands. The page is the same for all and says nothing: it asks who reads, then the API. */
@ApiExcludeController()
@Controller()
export class LandingController {
  @Get('poles/:poleId/echeances/:obligationId')
  @Access({ to: 'everyone' })
  landing(@Res() response: Response): void {
    response.setHeader('Content-Security-Policy', POLICY);
    response.type('text/html; charset=utf-8').send(readPage('echeance.html'));
  }

  @Get('pages/:file')
  @Access({ to: 'everyone' })
  file(@Param('file') file: string, @Res() response: Response): void {
    const type = TYPES[file];
    if (type === undefined)
      throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Cette page n’existe pas.'));
    response.type(type).send(readPage(file));
  }
}

const readPage = (file: string) => readFileSync(projectFile('pages', file), 'utf8');
