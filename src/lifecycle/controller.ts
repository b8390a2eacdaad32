import { actsController } from '../api/acts-controller.js';
import { DatedBody, ReasonBody } from '../api/bodies.js';
import { ActBody } from '../api/body.js';
import { CivilDay, Codes, Euros, Fingerprint, Id, OneOf, Prose, Reference, SubjectKey } from '../api/fields.js';
import { RepresentedField } from '../api/identifier-fields.js';
import { ACTS } from '../domain/dossier/acts.js';
import type { Cents } from '../domain/kernel/cents.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { GROUND_LABELS, GROUND_PATTERN, type Ground } from '../domain/lifecycle/grounds.js';
import { GrantRequestBody } from '../award/request-bodies.js';
import { OBSERVATION_MATTERS, type ObservationMatter } from '../domain/reglement/measures.js';
import { EVALUATION_OUTCOMES, type EvaluationOutcome } from '../domain/lifecycle/slice.js';

class OverrideBody extends ReasonBody {
  @Reference({ description: 'Blocage à lever', example: 'council-opinion-known' })
  gate!: string;

  @OneOf(ACTS.map(({ name }) => name), { description: 'Acte pour lequel il est levé' })
  act!: string;

  @SubjectKey({
    description: 'Attribution, ou attribution/exercice/rang du versement ; absent pour le pôle',
    optional: true,
    example: '0190a0aa-0000-7000-8000-000000000001',
  })
  on?: string;
}

class StepBody extends ReasonBody {
  @Reference({ description: 'Étape, par son code', example: 'cress-meeting' })
  kind!: string;

  @SubjectKey({ description: "Instance de l'étape", example: '1' })
  instance!: string;
}

class RetractionBody extends ReasonBody {
  @Id({ description: 'Fait saisi par erreur' })
  event!: string;
}

class RepresentedBody extends ReasonBody {
  @Id({ description: 'Fait dont le journal dit mal au nom de qui il a été fait' })
  event!: string;

  @RepresentedField({ description: 'Au nom de qui il l’a été : SIRET, ou code du pays', example: '23350001600040' })
  represented!: string;
}

const groundsField = (optional: boolean) =>
  Codes({
    description: `Motifs, par leur code, et ce qui les distingue : ${Object.entries(GROUND_LABELS)
      .map(([code, label]) => `${code} (${label})`)
      .join(', ')}`,
    pattern: GROUND_PATTERN,
    example: ['late-report:1'],
    optional,
  });

class InvitationBody extends ReasonBody {
  @OneOf(OBSERVATION_MATTERS, { description: 'Mesure envisagée' })
  matter!: ObservationMatter;

  @groundsField(true)
  grounds?: readonly Ground[];

  @Euros({ description: 'Montant du retrait envisagé', optional: true, example: '5000.00' })
  amount?: Cents;

  @Prose({
    description: 'Griefs, pour une mesure qui a le caractère d’une sanction : le dossier est proposé avec eux',
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
  @OneOf(['illegal', 'conditions'], { description: 'Attribution illégale, ou conditions non respectées' })
  basis!: 'illegal' | 'conditions';

  @Euros({
    description: 'Montant retiré ; tout ce qui reste accordé s’il est absent',
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

  @CivilDay({ description: 'Terme pour restituer, six mois au plus', example: '2029-02-01' })
  returnBy!: CivilDate;

  @Reference({ description: 'Numéro de la délibération qui retire', example: '29_0507_03' })
  deliberation!: string;
}

class AbrogationBody extends FoundedBody {
  @CivilDay({ description: 'Jour à partir duquel la subvention ne vaut plus', example: '2028-09-01' })
  from!: CivilDate;

  @Reference({ description: 'Numéro de la délibération qui abroge', example: '28_0507_03' })
  deliberation!: string;
}

class ObservationsBody extends ActBody {
  @OneOf(OBSERVATION_MATTERS, { description: 'Mesure envisagée' })
  matter!: ObservationMatter;

  @Prose({ description: 'Observations, conservées à côté du journal', example: 'Le poste est de nouveau pourvu.' })
  observations!: string;
}

class FinalEvaluationBody extends ActBody {
  @OneOf(EVALUATION_OUTCOMES, { description: "Conclusion de l'évaluation partagée" })
  outcome!: EvaluationOutcome;

  @Fingerprint({ description: "SHA-256 de l'évaluation" })
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
