import { ActBody } from '../api/body.js';
import { Attachment, CivilDay, Count, Euros, Flag, Name, OneOf, Prose, Reference } from '../api/fields.js';
import { Nested, NestedList } from '../api/nested-fields.js';
import type { AskedOrgan, AsideGround, Ballot, CastingVote, PartTaken } from '../domain/award/deliberation.js';
import type { VoteOutcome } from '../domain/award/events.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

export class AgendaEntryBody extends ActBody {
  @OneOf(VOCABULARY.organ, {
    label: 'Qui décide',
    description: 'L’assemblée, ou sa commission permanente par délégation ; le président n’attribue rien',
  })
  organ!: AskedOrgan;

  @CivilDay({ description: 'Date de la session', example: '2026-09-28' })
  sessionOn!: string;

  @Prose({
    label: 'Texte de la convention',
    description: 'Le texte canonique, figé par son empreinte',
    longest: 100_000,
    asWritten: true,
    example: 'Convention de soutien au pôle…',
  })
  text!: string;
}

export class CouncilDelegationBody {
  @Reference({ description: 'Délibération du conseil qui délègue', example: '21_DAJCP_SA_06' })
  number!: string;

  @CivilDay({ description: 'Sa date', example: '2021-07-02', ofFact: true })
  on!: string;
}

export class AsideBody {
  @Name({
    ...{ label: 'Élu qui s’est retiré', description: 'Tel que le procès-verbal le nomme' },
    example: 'Conseillère fictive',
  })
  name!: string;

  @Name({ description: 'Organisme où il a un intérêt', example: 'Association fictive (démonstration)' })
  body!: string;

  @OneOf(VOCABULARY.asideGround, { description: 'Pourquoi' })
  ground!: AsideGround;

  @Flag({ label: 'A quitté la salle', description: 'Il peut y rester', optional: true, example: false })
  absentFromRoom?: boolean;
}

export class ParticipantBody {
  @Name({ description: 'Élu nommé au procès-verbal', example: 'Rapporteur fictif' })
  name!: string;

  @OneOf(VOCABULARY.partTaken, { description: 'Sa part au vote' })
  part!: PartTaken;
}

const count = (label: string, description: string, example: number) =>
  Count({ label, description, optional: true, most: 1000, example });

export class VoteBody extends ActBody {
  @OneOf(VOCABULARY.vote, { description: 'Résultat annoncé' })
  outcome!: VoteOutcome;

  @Reference({
    label: 'Numéro de la délibération',
    description: 'Le même pour toutes les subventions qu’elle attribue',
    example: '26_0503_04',
  })
  number!: string;

  @Count({ description: 'Membres en exercice', optional: true, least: 1, most: 1000, example: 83 })
  members?: number;

  @count('Membres présents', 'Ceux qui sont dans la salle', 55)
  present?: number;

  @count('Membres représentés', 'Ceux dont un membre présent porte le pouvoir', 6)
  represented?: number;

  @count('Votants', 'Abstentions comprises (VOTE_REEL) ; la somme des voix si absent', 60)
  voters?: number;

  @count('Voix pour', 'Si elles sont publiées', 55)
  votesFor?: number;

  @count('Voix contre', 'Si elles sont publiées', 2)
  votesAgainst?: number;

  @count('Abstentions', 'Si elles sont publiées', 3)
  abstentions?: number;

  @Flag({ label: 'Publiée « à l’unanimité »', description: 'Aucune voix contre', optional: true, example: false })
  unanimous?: boolean;

  @OneOf(VOCABULARY.ballot, { label: 'Scrutin', description: 'Ordinaire si absent', optional: true })
  ballot?: Ballot;

  @OneOf(VOCABULARY.castingVote, {
    label: 'Voix prépondérante',
    description: 'À égalité : celle de qui présidait',
    optional: true,
  })
  castingVote?: CastingVote;

  @CivilDay({
    label: 'Date de la première réunion',
    description: 'Pour une seconde réunion, quand la première n’avait pas son quorum',
    optional: true,
    ofFact: true,
    example: '2026-09-25',
  })
  firstMeetingOn?: string;

  @Nested(() => CouncilDelegationBody, {
    label: 'Délégation du conseil',
    description: 'Celle qu’il donne à sa commission permanente',
    optional: true,
  })
  delegation?: CouncilDelegationBody;

  @Flag({ description: 'Un élu a demandé un vote séparé', optional: true, example: false })
  separateVote?: boolean;

  @NestedList(() => AsideBody, {
    description: 'Élus qui se sont retirés de cette subvention',
    optional: true,
    example: [{ name: 'Conseillère fictive', body: 'Association fictive', ground: 'own-interest' }],
  })
  aside?: AsideBody[];

  @NestedList(() => ParticipantBody, {
    description: 'Élus nommés au procès-verbal pour cette subvention',
    optional: true,
    most: 300,
    example: [{ name: 'Rapporteur fictif', part: 'reporter' }],
  })
  participants?: ParticipantBody[];

  @Euros({ description: 'Montant voté, en euros', optional: true, example: '105000.00' })
  amount?: string;

  @Prose({
    description: 'Texte amendé',
    optional: true,
    longest: 100_000,
    asWritten: true,
    example: 'Convention amendée…',
  })
  text?: string;

  @Attachment('La délibération')
  attachment?: string;
}
