import { actsController } from '../api/acts-controller.js';
import { DatedBody, ReasonBody } from '../api/bodies.js';
import { ActBody } from '../api/body.js';
import { CivilDay, Code, Name } from '../api/fields.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

class MoreTimeBody extends ReasonBody {
  @CivilDay({ description: 'Dernier jour, après prorogation', example: '2027-09-30' })
  until!: CivilDate;
}

class LaddersBody extends ActBody {
  @Code({ description: 'Jeu d’échelles à suivre', example: 'fewer-reminders', from: 'ladders' })
  ladders!: string;
}

class ReferentBody extends ActBody {
  @Name({
    ...{ label: 'Instructeur·rice en charge du pôle', description: 'Son compte', hint: '', from: 'instructors' },
    example: 'instructrice',
  })
  referent!: string;

  @Name({
    ...{ label: 'Son second', description: 'Son compte', hint: '', from: 'instructors' },
    optional: true,
    example: 'instructeur-2',
  })
  second?: string;

  @Name({
    ...{ label: 'Leur chef·fe de service', description: 'Son compte', hint: '', from: 'managers' },
    optional: true,
    example: 'cheffe-de-service',
  })
  manager?: string;
}

export const ObligationsController = actsController('obligations', 'Échéances', {
  'remind-debtor': DatedBody,
  'request-extension': MoreTimeBody,
  'grant-extension': MoreTimeBody,
  'refuse-extension': ReasonBody,
  'waive-obligation': ReasonBody,
  'apply-ladders': LaddersBody,
  'assign-referent': ReferentBody,
});
