import { PURPOSES, type PurposeName } from '../../domain/dossier/private-purposes.js';
import { ROLES, type ActingRole, type Role } from '../../domain/dossier/roles.js';
import { DATE_PRECISIONS, type DatePrecision } from '../../domain/kernel/civil-date.js';
import { Among, Day, Moment, Part, Parts, Text, Texts, Uuid, ValuesByKey, Whole, YesNo } from './fields.js';
import { FaultAnswer } from './fault.js';
import { NamedObjectAnswer } from './named-object.js';
import { ACTING_ROLES, PartyAnswer } from './party.js';

/** A step that something owed waits for, and who holds it. */
export class WaitsForAnswer {
  @Uuid({ description: "L'échéance attendue d'abord" })
  readonly id!: string;

  @Text('instalment-claim')
  readonly kind!: string;

  @Text("Demande du 1er versement de l'exercice 1")
  readonly label!: string;

  @Part(() => PartyAnswer, { description: 'Qui la tient' })
  readonly from!: PartyAnswer;
}

/** What is awaited, from whom, by when, and by virtue of what. */
export class AwaitedAnswer {
  @Uuid({ description: "L'échéance : ce sur quoi porte une relance ou une prorogation" })
  readonly id!: string;

  @Text('council-opinion')
  readonly kind!: string;

  @Text('1')
  readonly instance!: string;

  @Text('Avis du Conseil de développement', { description: 'Avec son objet : exercice, versement, compte rendu…' })
  readonly label!: string;

  @Part(() => NamedObjectAnswer, { description: 'Ce sur quoi cela porte, outre le pôle', nullable: true })
  readonly object!: NamedObjectAnswer | null;

  @Part(() => PartyAnswer, { description: 'Qui le doit' })
  readonly from!: PartyAnswer;

  @Part(() => WaitsForAnswer, { description: 'Ce que le versement attend à ce jour, et de qui', nullable: true })
  readonly waitsFor!: WaitsForAnswer | null;

  @Day('2026-05-04', {
    description: 'Dernier jour ; nul sans terme, tant qu’une suspension court ou que ce dont il dépend n’est pas venu',
    nullable: true,
  })
  readonly due!: string | null;

  @YesNo(false)
  readonly late!: boolean;

  @Text("Règlement de l'aide, avis du Conseil de développement")
  readonly source!: string;

  @Day('2026-09-30', { description: 'Prorogation demandée', nullable: true })
  readonly extensionAsked!: string | null;

  @Texts(['give-opinion'], { description: 'Les actes qui y répondent' })
  readonly acts!: readonly string[];
}

/** An act of the person who asks: open, or closed and why. */
export class ActOfferedAnswer {
  @Text('give-opinion')
  readonly act!: string;

  @Text('Accepter les indicateurs de l’exercice 1 (12 avril 2026 – 11 avril 2027)', {
    description: 'Avec son objet : deux actes ouverts n’ont pas le même libellé',
  })
  readonly label!: string;

  @Part(() => NamedObjectAnswer, { description: 'Ce sur quoi cela porte, outre le pôle', nullable: true })
  readonly object!: NamedObjectAnswer | null;

  @Among(ACTING_ROLES, { description: 'Le rôle au titre duquel il se fait' })
  readonly as!: ActingRole;

  @Text('instructeur-2', { description: 'Compte de la personne absente, suppléée', optional: true })
  readonly insteadOf?: string;

  @Texts(['02', '05'], {
    description: 'Au nom de qui il peut se faire, quand c’est à choisir : à dire dans `onBehalfOf`',
    optional: true,
  })
  readonly onBehalfOf?: readonly string[];

  @Text('/api/poles/0190a0aa-0000-7000-8000-000000000001/council-opinions')
  readonly href!: string;

  @YesNo(true)
  readonly open!: boolean;

  @Parts(() => FaultAnswer, { description: 'Pourquoi il est fermé' })
  readonly reasons!: readonly FaultAnswer[];
}

/** A fact of the journal, without what is kept beside it. */
export class EventAnswer {
  @Uuid()
  readonly id!: string;

  @Text('opinion-given')
  readonly type!: string;

  @Text('Avis du Conseil de développement rendu', { description: 'Avec son objet' })
  readonly label!: string;

  @Part(() => NamedObjectAnswer, { description: 'Ce sur quoi cela porte, outre le pôle', nullable: true })
  readonly object!: NamedObjectAnswer | null;

  @YesNo(false, { description: 'Une note du moteur sur une échéance, et non un fait de la vie du pôle' })
  readonly machine!: boolean;

  @Day('2026-03-14')
  readonly date!: string;

  @Among(DATE_PRECISIONS)
  readonly datePrecision!: DatePrecision;

  @Text('14 mars 2026', { description: 'La date, telle qu’elle est connue' })
  readonly when!: string;

  @Moment('2026-03-16T08:12:40Z')
  readonly recordedAt!: string;

  @Text('give-opinion')
  readonly act!: string;

  @Text('conseil-brest')
  readonly by!: string;

  @Among(ACTING_ROLES)
  readonly as!: ActingRole;

  @Text('02', { description: 'Pays ou organisme au nom de qui', nullable: true })
  readonly onBehalfOf!: string | null;

  @Text('01', {
    description: 'Au nom de qui le journal l’avait dit, avant d’être rectifié',
    nullable: true,
    optional: true,
  })
  readonly formerlyOnBehalfOf?: string | null;

  @Text('instructeur-2', { description: 'Compte de la personne absente, suppléée', nullable: true })
  readonly insteadOf!: string | null;

  @Text('poles-ess-2019')
  readonly reglement!: string;

  @Uuid({ description: 'Le fait que celui-ci annule', nullable: true })
  readonly retracts!: string | null;

  @Whole(5, { description: 'Version des faits ; nulle pour ce que le moteur note', nullable: true })
  readonly version!: number | null;

  @ValuesByKey({}, { round: 1, outcome: 'favourable' }, { description: 'Ce que dit le fait ; selon son type' })
  readonly data!: Readonly<Record<string, unknown>>;
}

/** What a fact tells beside the journal, to who may read it. */
export class PrivateTextAnswer {
  @Text('reason')
  readonly name!: string;

  @Among(Object.keys(PURPOSES), { description: 'À quelle fin c’est dit : elle seule décide qui le lit' })
  readonly purpose!: PurposeName;

  @Text('Motif')
  readonly label!: string;

  @Text('Les membres du groupe ont choisi de ne pas poursuivre.', {
    description: 'Un IBAN y est abrégé ; « masqué » pour qui ne fait que regarder',
  })
  readonly text!: string;

  @YesNo(false, { description: 'Le texte est abrégé ou masqué' })
  readonly masked!: boolean;
}

/** A fact of the journal, with what is kept beside it as far as the reader may. */
export class ToldEventAnswer extends EventAnswer {
  @Parts(() => PrivateTextAnswer, { description: 'Ce que le fait dit à côté du journal, pour qui le lit' })
  readonly texts!: readonly PrivateTextAnswer[];
}

/** What was planned to be said of something owed, and what became of it. */
export class NoticeAnswer {
  @Whole(0, { description: 'Combien de fois sa date avait bougé' })
  readonly round!: number;

  @Text('j+1', { description: 'L’échelon ; `by-hand-…`, une relance à la main ; `event`, un fait annoncé' })
  readonly rung!: string;

  @Among(Object.keys(ROLES), { nullable: true })
  readonly to!: Role | null;

  @YesNo(false, { description: 'Reçu à la place d’une personne absente' })
  readonly instead!: boolean;

  @Text('late')
  readonly template!: string;

  @Text('instant', { description: 'Aussitôt, dans le courrier du matin ou dans celui du lundi' })
  readonly pace!: string;

  @Moment('2026-05-05T06:00:00Z')
  readonly plannedFor!: string;

  @YesNo(false)
  readonly late!: boolean;

  @Whole(0, { description: 'Échelons manqués dont il tient lieu' })
  readonly merges!: number;

  @Text('sent')
  readonly state!: string;

  @Text('said-lately', { description: 'Pourquoi il n’est pas parti', nullable: true })
  readonly reason!: string | null;

  @Moment('2026-05-05T06:00:02Z', { nullable: true })
  readonly sentAt!: string | null;
}

/** What an act leaves: its facts, what is awaited and what is open then. */
export class ActDoneAnswer {
  @Uuid()
  readonly poleId!: string;

  @Whole(5, { description: "Version des faits, aussi dans l'ETag" })
  readonly version!: number;

  @Parts(() => EventAnswer)
  readonly events!: readonly EventAnswer[];

  @Parts(() => AwaitedAnswer)
  readonly awaited!: readonly AwaitedAnswer[];

  @Parts(() => NoticeAnswer, {
    description: 'Présent pour une relance à la main : à quel rôle elle part, ou pourquoi elle ne part pas',
    optional: true,
  })
  readonly notices?: readonly NoticeAnswer[];

  @Parts(() => ActOfferedAnswer)
  readonly acts!: readonly ActOfferedAnswer[];

  @Among(['late'], { description: 'Présent si le moteur des récits ne répond pas', optional: true })
  readonly engine?: 'late';

  @Among(['another-build'], {
    description: 'Présent si une autre version des récits décide : ce qui est attendu est ce qui est ouvert, et suivra',
    optional: true,
  })
  readonly decidedBy?: 'another-build';
}
