import { Among, Day, Parts, Text, Texts } from '../api/answers/fields.js';
import { ACTING_ROLES } from '../api/answers/party.js';

export const CHARGES = ['referent', 'second', 'manager'] as const;
/** What someone has in their charge: to instruct the pôle, to second who does, to validate what they prepare. */
export type Charge = (typeof CHARGES)[number];

/** Someone who has a part in a pôle, and how to reach them. */
export class PolePersonAnswer {
  @Text('Camille Exemple')
  readonly name!: string;

  @Among(ACTING_ROLES)
  readonly role!: string;

  @Text('Structure porteuse')
  readonly roleLabel!: string;

  @Texts(['Les Amarres'], { description: 'Les organismes ou les pays du dossier pour lesquels ils tiennent ce rôle' })
  readonly for!: readonly string[];

  @Among(CHARGES, { nullable: true, description: 'Ce qu’ils ont en charge sur ce pôle' })
  readonly inCharge!: Charge | null;

  @Text('02 99 00 00 00', { nullable: true })
  readonly phone!: string | null;

  @Text('camille@amarres.example')
  readonly email!: string;

  @Day('2026-08-21', { nullable: true, description: 'Le dernier jour de leur absence, s’ils sont absents' })
  readonly awayUntil!: string | null;

  @Text('Dominique Exemple', { nullable: true, description: 'Qui reçoit à leur place pendant cette absence' })
  readonly standIn!: string | null;
}

export class PolePeopleAnswer {
  @Parts(() => PolePersonAnswer)
  readonly items!: readonly PolePersonAnswer[];
}
