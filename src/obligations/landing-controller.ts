import { readFileSync } from 'node:fs';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../api/access.js';
import { problem, ProblemException } from '../api/problem.js';
import { projectFile } from '../startup/project-file.js';

const TYPES = new Map([
  ['maison.css', 'text/css; charset=utf-8'],
  ['maison.js', 'text/javascript; charset=utf-8'],
  ['accueil.js', 'text/javascript; charset=utf-8'],
]);
/** Everything comes from the house, nothing is framed, no form leaves it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; " +
  "form-action 'none'; base-uri 'none'";

/** Where the links of mails land. The pages are the same for all and say nothing: they ask who reads, then the API. */
@ApiExcludeController()
@Controller()
export class LandingController {
  @Get()
  @Access({ to: 'everyone' })
  home(@Res() response: Response): void {
    show(response, 'accueil.html');
  }

  @Get('pages/:file')
  @Access({ to: 'everyone' })
  file(@Param('file') file: string, @Res() response: Response): void {
    const type = TYPES.get(file);
    if (type === undefined)
      throw new ProblemException(problem('not-found', 404, 'Introuvable', 'Cette page n’existe pas.'));
    response.type(type).send(readPage(file));
  }
}

function show(response: Response, page: string): void {
  response.setHeader('Content-Security-Policy', POLICY);
  response.type('text/html; charset=utf-8').send(readPage(page));
}

const readPage = (file: string) => readFileSync(projectFile('pages', file), 'utf8');
