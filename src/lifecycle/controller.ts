import { actsController } from '../api/acts-controller.js';
import { DatedBody, ReasonBody } from '../api/bodies.js';
import { ActBody } from '../api/body.js';
import {
  Attachment,
  CivilDay,
  Codes,
  Euros,
  Fingerprint,
  Id,
  OneOf,
  Prose,
  Reference,
  SubjectKey,
} from '../api/fields.js';
import { RepresentedField } from '../api/identifier-fields.js';
import { ACTS } from '../domain/dossier/acts.js';
import type { Cents } from '../domain/kernel/cents.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { GROUND_LABELS, GROUND_PATTERN, type Ground } from '../domain/lifecycle/grounds.js';
import { GrantRequestBody } from '../award/request-bodies.js';
import type { ObservationMatter } from '../domain/reglement/measures.js';
import type { EvaluationOutcome } from '../domain/lifecycle/slice.js';
import { VOCABULARY, type Labels } from '../domain/dossier/vocabulary.js';

const ACT_LABELS: Labels = Object.fromEntries(ACTS.map(({ name, label }) => [name, label]));

class OverrideBody extends ReasonBody {
  @Reference({ description: 'Blocage à lever', from: 'waivable-gates', example: 'council-opinion-known' })
  gate!: string;

  @OneOf(ACT_LABELS, { description: 'Acte pour lequel il est levé' })
  act!: string;

  @SubjectKey({
    label: 'Ce sur quoi il porte',
    hint: 'Le pôle lui-même si rien n’est choisi',
    description: 'Attribution, ou attribution/exercice/rang du versement ; absent pour le pôle',
    from: 'subjects',
    optional: true,
    example: '0190a0aa-0000-7000-8000-000000000001',
  })
  on?: string;
}

class StepBody extends ReasonBody {
  @Reference({
    label: 'Étape',
    description: 'Par son code',
    hint: '',
    from: 'skippable-steps',
    example: 'cress-meeting',
  })
  kind!: string;

  @SubjectKey({
    label: 'Ce sur quoi elle porte',
    description: 'Instance de l’étape',
    hint: '',
    from: 'steps-awaited',
    example: '1',
  })
  instance!: string;
}

class RetractionBody extends ReasonBody {
  @Id({ description: 'Fait saisi par erreur', from: 'facts' })
  event!: string;
}

class RepresentedBody extends ReasonBody {
  @Id({
    ...{ label: 'Fait à rectifier', description: 'Le journal dit mal au nom de qui il a été fait', from: 'facts' },
  })
  event!: string;

  @RepresentedField({
    ...{ label: 'Au nom de qui il l’a été', description: 'SIRET, ou code du pays', hint: '', from: 'parties' },
    example: '23350001600040',
  })
  represented!: string;
}

const groundsField = (optional: boolean) =>
  Codes({
    label: 'Motifs',
    hint: 'Ce sur quoi la mesure se fonde',
    from: 'grounds',
    description: `Motifs, par leur code, et ce qui les distingue : ${Object.entries(GROUND_LABELS)
      .map(([code, label]) => `${code} (${label})`)
      .join(', ')}`,
    pattern: GROUND_PATTERN,
    example: ['late-report:1'],
    optional,
  });

class InvitationBody extends ReasonBody {
  @OneOf(VOCABULARY.measure, { description: 'Mesure envisagée' })
  matter!: ObservationMatter;

  @groundsField(true)
  grounds?: readonly Ground[];

  @Euros({ description: 'Montant du retrait envisagé', optional: true, example: '5000.00' })
  amount?: Cents;

  @Prose({
    label: 'Griefs',
    description: 'Pour une mesure qui a le caractère d’une sanction : le dossier est proposé avec eux',
    optional: true,
    example: 'Le compte rendu de 2027 n’a pas été remis malgré deux relances.',
  })
  grievances?: string;
}

class FoundedBody extends ReasonBody {
  @groundsField(false)
  grounds!: readonly Ground[];
}

class RevocationBody extends FoundedBody {
  @OneOf(VOCABULARY.revocation, { description: 'Fondement du retrait' })
  basis!: 'illegal' | 'conditions';

  @Euros({
    label: 'Montant retiré',
    description: 'En euros ; tout ce qui reste accordé s’il est absent',
    optional: true,
    example: '5000.00',
  })
  amount?: Cents;

  @Reference({ description: 'Numéro de la délibération qui retire', example: '29_0507_03' })
  deliberation!: string;
}

class CommitmentWithdrawalBody extends ReasonBody {
  @CivilDay({ description: 'Jour du manquement', ofFact: true, example: '2028-07-15' })
  breachOn!: CivilDate;

  @CivilDay({ label: 'Terme pour restituer', description: 'Six mois au plus', example: '2029-02-01' })
  returnBy!: CivilDate;

  @Reference({ description: 'Numéro de la délibération qui retire', example: '29_0507_03' })
  deliberation!: string;
}

class AbrogationBody extends FoundedBody {
  @CivilDay({ description: 'Jour où la subvention cesse de valoir', example: '2028-09-01' })
  from!: CivilDate;

  @Reference({ description: 'Numéro de la délibération qui abroge', example: '28_0507_03' })
  deliberation!: string;
}

class ObservationsBody extends ActBody {
  @OneOf(VOCABULARY.measure, { description: 'Mesure envisagée' })
  matter!: ObservationMatter;

  @Prose({
    ...{ label: 'Observations', description: 'Elles sont conservées à côté du journal' },
    example: 'Le poste est de nouveau pourvu.',
  })
  observations!: string;

  @Attachment('Les observations signées')
  attachment?: string;
}

class FinalEvaluationBody extends ActBody {
  @OneOf(VOCABULARY.evaluation, { description: 'Conclusion de l’évaluation partagée' })
  outcome!: EvaluationOutcome;

  @Fingerprint({ label: 'L’évaluation', description: 'SHA-256 du fichier déposé', hint: '' })
  hash!: string;
}

class RecoveryOrderBody extends ActBody {
  @Reference({ description: 'Numéro du titre de recettes', example: 'T-2030-118' })
  order!: string;
}

export const LifecycleController = actsController('lifecycle', 'Vie du dossier', {
  'suspend-dossier': ReasonBody,
  'resume-dossier': ReasonBody,
  'record-final-evaluation': FinalEvaluationBody,
  'request-renewal': GrantRequestBody,
  'settle-former-carrier': DatedBody,
  'invite-observations': InvitationBody,
  'present-observations': ObservationsBody,
  'withdraw-project': ReasonBody,
  'acknowledge-withdrawal': DatedBody,
  'abandon-pole': ReasonBody,
  'terminate-by-region': FoundedBody,
  'give-formal-notice': FoundedBody,
  'revoke-grant': RevocationBody,
  'withdraw-for-commitment': CommitmentWithdrawalBody,
  'abrogate-grant': AbrogationBody,
  'settle-cycle': DatedBody,
  'record-recovery-order': RecoveryOrderBody,
  'record-recovery': DatedBody,
  'waive-recovery': ReasonBody,
  'close-dossier': DatedBody,
  'override-block': OverrideBody,
  'retract-fact': RetractionBody,
  'rectify-represented-body': RepresentedBody,
  'mark-step-not-applicable': StepBody,
});
