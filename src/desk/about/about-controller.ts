import { Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FootLink, Page } from '../frame/page.js';
import { ReadPage } from '../frame/routes.js';
import { accessibilityPage } from './accessibility-page.js';
import { personalDataPage } from './personal-data-page.js';

const EVERYONE = { to: 'everyone' } as const;

/** What the foot of each page leads to. */
export const FOOT: readonly FootLink[] = [
  { label: 'Accessibilité : non conforme', href: '/accessibilite' },
  { label: 'Données personnelles', href: '/donnees-personnelles' },
];

/** What the house says of itself, to all. */
@ApiExcludeController()
@Controller()
export class AboutController {
  @ReadPage('accessibilite', EVERYONE)
  accessibility(): Page {
    return accessibilityPage();
  }

  @ReadPage('donnees-personnelles', EVERYONE)
  personalData(): Page {
    return personalDataPage();
  }
}
