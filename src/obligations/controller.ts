import { actsController } from '../api/acts-controller.js';
import { DatedBody, ReasonBody } from '../api/bodies.js';
import { CivilDay } from '../api/fields.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

export class MoreTimeBody extends ReasonBody {
  @CivilDay({ description: 'Dernier jour, après prorogation', example: '2027-09-30' })
  until!: CivilDate;
}

export const ObligationsController = actsController('obligations', 'Échéances', {
  'remind-debtor': DatedBody,
  'request-extension': MoreTimeBody,
  'grant-extension': MoreTimeBody,
  'refuse-extension': ReasonBody,
  'waive-obligation': ReasonBody,
});
