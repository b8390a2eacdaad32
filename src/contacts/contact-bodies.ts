import { CivilDay, Codes, Email, Flag, Id, Name, OneOf, Phone } from '../api/fields.js';
import { SiretList } from '../api/identifier-fields.js';
import { roleLabels, rolesThat, type Role } from '../domain/dossier/roles.js';
import { PAYS_CODE } from '../domain/kernel/identifiers.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Pace } from '../domain/reminders/recipients.js';
import { EXPECTATIONS } from '../domain/dossier/expectations.js';
import type { Labels } from '../domain/dossier/vocabulary.js';

const EXPECTATION_LABELS: Labels = Object.fromEntries(
  Object.entries(EXPECTATIONS).map(([kind, { label }]) => [kind, label]),
);

export const PACE_LABELS: Labels<Pace> = {
  instant: 'Aussitôt',
  daily: 'Dans le courrier du matin',
  weekly: 'Dans le courrier du lundi',
};

export class ContactBody {
  @OneOf(roleLabels(rolesThat('written-to')), {
    label: 'Prévenue comme',
    hint: '',
    description: 'Rôle au titre duquel cette personne est prévenue',
  })
  role!: Role;

  @Name({ description: 'Nom de la personne ou de la boîte', example: 'Boîte du service ESS' })
  name!: string;

  @Email({ description: 'Adresse électronique', example: 'ess@region.example' })
  email!: string;

  @Phone({ description: 'Téléphone, donné à qui reçoit les courriers', optional: true, example: '02 99 27 10 10' })
  phone?: string;

  @Flag({ description: 'Boîte partagée', optional: true, example: false })
  shared?: boolean;

  @SiretList({
    label: 'Organismes, par leur SIRET',
    hint: 'Un par ligne ; tous, si rien n’est écrit.',
    description: 'Organismes pour lesquels elle tient ce rôle ; tous si la liste manque',
    optional: true,
    example: ['23350001600040'],
  })
  bodies?: string[];

  @Codes({
    label: 'Pays',
    hint: 'Tous, si rien n’est coché.',
    from: 'pays',
    description: 'Pays pour lesquels elle tient ce rôle ; tous si la liste manque',
    optional: true,
    pattern: PAYS_CODE,
    example: ['02'],
  })
  pays?: string[];

  @Name({ description: 'Compte de la personne dans Jalon', optional: true, example: 'instructrice' })
  account?: string;

  @CivilDay({ description: 'Premier jour', example: '2026-01-05' })
  validFrom!: CivilDate;

  @CivilDay({ description: 'Dernier jour, s’il est connu', optional: true, example: '2027-12-31' })
  validTo?: CivilDate;
}

export class ContactChangeBody {
  @Email({ description: 'Nouvelle adresse', optional: true, example: 'ess@region.example' })
  email?: string;

  @Phone({ description: 'Nouveau téléphone', optional: true, example: '02 99 27 10 10' })
  phone?: string;

  @CivilDay({ description: 'Dernier jour', optional: true, example: '2027-12-31' })
  validTo?: CivilDate;
}

const DELEGATE = {
  label: 'Qui reçoit à sa place',
  hint: '',
  from: 'receivers',
  description: 'Contact qui reçoit, et peut agir, à sa place',
  optional: true,
} as const;
const LENDS = {
  label: 'Cette personne agit aussi',
  hint: 'Oui, si rien n’est choisi et qu’elle le peut. Non : elle reçoit les courriers sans agir.',
  description:
    'Non : qui reçoit à sa place n’agit pas, et peut être de tout service ; sinon il agit aussi, s’il le peut',
  optional: true,
  example: true,
} as const;

export class AbsenceBody {
  @CivilDay({ description: 'Premier jour d’absence', example: '2026-07-13' })
  firstDay!: CivilDate;

  @CivilDay({ description: 'Dernier jour d’absence', example: '2026-07-31' })
  lastDay!: CivilDate;

  @Id(DELEGATE)
  delegate?: string;

  @Flag(LENDS)
  lends?: boolean;
}

export class AbsenceChangeBody {
  @CivilDay({ description: 'Premier jour d’absence', optional: true, example: '2026-07-13' })
  firstDay?: CivilDate;

  @CivilDay({ description: 'Dernier jour d’absence', optional: true, example: '2026-07-24' })
  lastDay?: CivilDate;

  @Id(DELEGATE)
  delegate?: string;

  @Flag(LENDS)
  lends?: boolean;
}

export class PreferenceBody {
  @OneOf(
    { '*': 'Toutes les échéances', ...EXPECTATION_LABELS },
    { label: 'Pour quelles échéances', hint: '', description: 'Genre d’échéance ; « * » pour toutes' },
  )
  kind!: string;

  @OneOf(PACE_LABELS, {
    label: 'Quand vous prévenir',
    hint: '',
    description: 'Aussitôt, dans le courrier du matin ou dans celui du lundi',
  })
  pace!: Pace;
}
