import { Controller, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PEOPLE } from '../../api/access.js';
import type { AuthoredRequest } from '../../api/access-guard.js';
import type { Page } from '../frame/page.js';
import { ReadPage } from '../frame/routes.js';
import { Asked, type Sent } from '../frame/typed.js';
import { helpPage } from './help-page.js';

/** How to do each act. */
@ApiExcludeController()
@Controller()
export class HelpController {
  @ReadPage('aide', PEOPLE)
  help(@Asked() { tous }: Sent, @Req() { actors }: AuthoredRequest): Promise<Page> {
    const roles = actors.map(({ role }) => role);
    return Promise.resolve(helpPage(roles, tous === '1'));
  }
}
