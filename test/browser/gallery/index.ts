import { documentOf } from '../../../src/desk/frame/document.js';
import type { Page, Reader } from '../../../src/desk/frame/page.js';
import { carrier, confirmation, conflict, doors, liquidation } from './decisions.js';
import { form, refused } from './forms.js';
import { HOUSE, INSTRUCTOR, TREASURER } from './frame.js';
import { pole } from './pole.js';
import { poles, reports } from './poles.js';
import { work } from './work.js';

const ofInstructor = { work, poles, reports, pole, refused, liquidation, confirmation, conflict };
const ofTreasurer = { form, carrier };

const shown = (pages: Readonly<Record<string, Page>>, reader?: Reader) =>
  Object.entries(pages).map(([name, page]) => [name, documentOf(page, HOUSE, reader)] as const);

/** Each component of the kit, in each of its states, on the fewest pages of the frame that can hold them. */
export const GALLERY: ReadonlyMap<string, string> = new Map([
  ...shown(ofInstructor, INSTRUCTOR),
  ...shown(ofTreasurer, TREASURER),
  ...shown({ doors }),
]);
