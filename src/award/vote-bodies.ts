import { ActBody } from '../api/body.js';
import { CivilDay, Count, Euros, Flag, Name, Nested, NestedList, OneOf, Prose, Reference } from '../api/fields.js';
import {
  ASIDE_GROUNDS,
  ASKED_ORGANS,
  BALLOTS,
  CASTING_VOTES,
  PARTS_TAKEN,
  type AsideGround,
  type Ballot,
  type CastingVote,
  type PartTaken,
} from '../domain/award/deliberation.js';
import { VOTE_OUTCOMES, type VoteOutcome } from '../domain/award/events.js';

export class AgendaEntryBody extends ActBody {
  @OneOf(ASKED_ORGANS, {
    description: 'Qui décide : l’assemblée, ou sa commission permanente par délégation ; le président n’attribue rien',
  })
  organ!: (typeof ASKED_ORGANS)[number];

  @CivilDay({ description: 'Date de la session', example: '2026-09-28' })
  sessionOn!: string;

  @Prose({
    description: 'Texte canonique de la convention, figé par son empreinte',
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
  @Name({ description: 'Élu qui s’est retiré, tel que le procès-verbal le nomme', example: 'Conseillère fictive' })
  name!: string;

  @Name({ description: 'Organisme où il a un intérêt', example: 'Association fictive (démonstration)' })
  body!: string;

  @OneOf(ASIDE_GROUNDS, { description: 'Intérêt propre, mandat désigné en application de la loi, autre mandat' })
  ground!: AsideGround;

  @Flag({ description: 'A quitté la salle ; il peut y rester', optional: true, example: false })
  absentFromRoom?: boolean;
}

export class ParticipantBody {
  @Name({ description: 'Élu nommé au procès-verbal', example: 'Rapporteur fictif' })
  name!: string;

  @OneOf(PARTS_TAKEN, { description: 'Rapporteur, intervenant, votant, a donné pouvoir, porte un pouvoir' })
  part!: PartTaken;
}

const count = (description: string, example: number) => Count({ description, optional: true, most: 1000, example });

export class VoteBody extends ActBody {
  @OneOf(VOTE_OUTCOMES, { description: 'Adopté, amendé, ajourné ou rejeté : le résultat annoncé' })
  outcome!: VoteOutcome;

  @Reference({
    description: 'Numéro de la délibération : le même pour toutes les subventions qu’elle attribue',
    example: '26_0503_04',
  })
  number!: string;

  @Count({ description: 'Membres en exercice', optional: true, least: 1, most: 1000, example: 83 })
  members?: number;

  @count('Membres présents dans la salle', 55)
  present?: number;

  @count('Membres représentés par un pouvoir', 6)
  represented?: number;

  @count('Votants, abstentions comprises (VOTE_REEL) ; la somme des voix si absent', 60)
  voters?: number;

  @count('Voix pour, si elles sont publiées', 55)
  votesFor?: number;

  @count('Voix contre, si elles sont publiées', 2)
  votesAgainst?: number;

  @count('Abstentions, si elles sont publiées', 3)
  abstentions?: number;

  @Flag({ description: 'Publiée « à l’unanimité » : aucune voix contre', optional: true, example: false })
  unanimous?: boolean;

  @OneOf(BALLOTS, { description: 'Scrutin ordinaire (si absent), public ou secret', optional: true })
  ballot?: Ballot;

  @OneOf(CASTING_VOTES, { description: 'À égalité : la voix prépondérante de qui présidait', optional: true })
  castingVote?: CastingVote;

  @CivilDay({
    description: 'Seconde réunion : date de la première, qui n’avait pas son quorum',
    optional: true,
    ofFact: true,
    example: '2026-09-25',
  })
  firstMeetingOn?: string;

  @Nested(() => CouncilDelegationBody, {
    description: 'Délégation du conseil à sa commission permanente',
    optional: true,
  })
  delegation?: CouncilDelegationBody;

  @Flag({ description: 'Un élu a demandé un vote séparé sur cette subvention', optional: true, example: false })
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
}
