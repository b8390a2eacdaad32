import { Among, Day, Moment, Parts, Text, Texts, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { ACTING_ROLES } from '../api/answers/party.js';
import { PACES } from '../domain/reminders/recipients.js';

/** Someone away, and who receives in their place. */
export class AbsenceAnswer {
  @Uuid()
  readonly id!: string;

  @Uuid()
  readonly contactId!: string;

  @Uuid({ description: 'Le contact qui reçoit à sa place', nullable: true })
  readonly delegateId!: string | null;

  @Day('2026-07-13')
  readonly firstDay!: string;

  @Day('2026-07-31')
  readonly lastDay!: string;

  @YesNo(true, { description: 'Qui reçoit à sa place peut aussi agir' })
  readonly lends!: boolean;

  @Text('instructrice', { description: 'Compte qui l’a notée', nullable: true })
  readonly notedBy!: string | null;

  @Moment('2026-07-01T08:00:00Z', { nullable: true })
  readonly notedAt!: string | null;
}

/** What an absence said before it was changed or taken back. */
export class FormerAbsenceAnswer extends AbsenceAnswer {
  @Uuid()
  readonly replacement!: string;

  @Text('instructrice')
  readonly replacedBy!: string;

  @Moment('2026-07-05T08:00:00Z')
  readonly replacedAt!: string;
}

/** How someone wants to be told of a kind of obligation. */
export class PreferenceAnswer {
  @Text('*', { description: 'Genre d’échéance ; « * » pour toutes' })
  readonly kind!: string;

  @Among(PACES)
  readonly pace!: string;
}

/** A preference of a contact. */
export class ContactPreferenceAnswer extends PreferenceAnswer {
  @Uuid()
  readonly contactId!: string;
}

/** Someone, or a shared mailbox, who is written to in a role. */
export class ContactAnswer {
  @Uuid()
  readonly id!: string;

  @Among(ACTING_ROLES)
  readonly role!: string;

  @Texts(['23350001600040'], { description: 'SIRET ; aucun pour un rôle qui n’est pas celui d’un organisme' })
  readonly bodies!: readonly string[];

  @Texts(['02'], { description: 'Codes des pays ; aucun pour tous' })
  readonly pays!: readonly string[];

  @Text('instructrice', { nullable: true })
  readonly account!: string | null;

  @Text('Boîte du service ESS')
  readonly name!: string;

  @Text('ess@region.example')
  readonly email!: string;

  @Text('02 99 27 10 10', { nullable: true })
  readonly phone!: string | null;

  @YesNo(false, { description: 'Boîte partagée' })
  readonly shared!: boolean;

  @Day('2026-01-05')
  readonly validFrom!: string;

  @Day('2027-12-31', { nullable: true })
  readonly validTo!: string | null;

  @Moment('2026-05-05T06:00:02Z', { description: 'Depuis quand l’adresse ne reçoit plus', nullable: true })
  readonly unreachableSince!: string | null;

  @Parts(() => AbsenceAnswer)
  readonly absences!: readonly AbsenceAnswer[];

  @Parts(() => FormerAbsenceAnswer)
  readonly formerAbsences!: readonly FormerAbsenceAnswer[];

  @Parts(() => ContactPreferenceAnswer)
  readonly preferences!: readonly ContactPreferenceAnswer[];
}

export class ContactListAnswer {
  @Parts(() => ContactAnswer)
  readonly items!: readonly ContactAnswer[];
}

/** An absence noted. */
export class AbsenceNotedAnswer {
  @Uuid()
  readonly id!: string;

  @YesNo(true, { description: 'Qui reçoit à sa place peut aussi agir' })
  readonly lends!: boolean;
}

/** An address that receives again. */
export class RestorationAnswer {
  @Uuid()
  readonly id!: string;

  @YesNo(true, { description: 'L’adresse était tenue pour perdue' })
  readonly restored!: boolean;

  @Whole(2, { description: 'Rappels qui n’étaient parvenus à personne, et qui partiront au prochain matin' })
  readonly notices!: number;
}
