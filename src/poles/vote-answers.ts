import { Among, Amount, Day, Part, Parts, Text, Whole, YesNo } from '../api/answers/fields.js';
import {
  ASIDE_GROUNDS,
  BALLOTS,
  CASTING_VOTES,
  ORGANS,
  PARTS_TAKEN,
  type AsideGround,
  type Ballot,
  type CastingVote,
  type Organ,
  type PartTaken,
} from '../domain/award/deliberation.js';
import { VOTE_OUTCOMES, type VoteOutcome } from '../domain/award/events.js';

const known = { nullable: true } as const;

export class AgendaAnswer {
  @Day('2026-09-01')
  readonly enteredOn!: string;

  @Among(ORGANS, { description: 'Qui décide : l’assemblée ou la commission permanente', ...known })
  readonly organ!: Organ | null;

  @Day('2026-09-28')
  readonly sessionOn!: string;

  @Text('a'.repeat(64), { description: 'SHA-256 du texte' })
  readonly textHash!: string;
}

export class CouncilDelegationAnswer {
  @Text('21_DAJCP_SA_06')
  readonly number!: string;

  @Day('2021-07-02')
  readonly on!: string;
}

/** A member who stepped aside; their name is read beside the fact, in the chronology. */
export class AsideAnswer {
  @Whole(1, { description: 'Numéro de l’élu dans ce vote' })
  readonly member!: number;

  @Among(ASIDE_GROUNDS)
  readonly ground!: AsideGround;

  @YesNo(false, { description: 'A quitté la salle' })
  readonly absentFromRoom!: boolean;
}

export class PartTakenAnswer {
  @Whole(2, { description: 'Numéro de l’élu dans ce vote' })
  readonly member!: number;

  @Among(PARTS_TAKEN)
  readonly part!: PartTaken;
}

export class VoteAnswer {
  @Among(VOTE_OUTCOMES)
  readonly outcome!: VoteOutcome;

  @Day('2026-09-28')
  readonly on!: string;

  @Text('26_0503_04', { description: 'Numéro de la délibération' })
  readonly number!: string;

  @Among(ORGANS, known)
  readonly organ!: Organ | null;

  @Day('2026-09-28', known)
  readonly sessionOn!: string | null;

  @Whole(83, { description: 'Membres en exercice', ...known })
  readonly members!: number | null;

  @Whole(55, { description: 'Présents', ...known })
  readonly present!: number | null;

  @Whole(6, { description: 'Représentés', ...known })
  readonly represented!: number | null;

  @Whole(60, { description: 'Votants ; null si les voix ne sont pas publiées', ...known })
  readonly voters!: number | null;

  @Whole(55, known)
  readonly votesFor!: number | null;

  @Whole(2, known)
  readonly votesAgainst!: number | null;

  @Whole(3, known)
  readonly abstentions!: number | null;

  @YesNo(false, { description: 'Publiée « à l’unanimité »' })
  readonly unanimous!: boolean;

  @Among(BALLOTS)
  readonly ballot!: Ballot;

  @Among(CASTING_VOTES, { description: 'Voix prépondérante de qui présidait', ...known })
  readonly castingVote!: CastingVote | null;

  @Day('2026-09-25', { description: 'Première réunion, sans quorum', ...known })
  readonly firstMeetingOn!: string | null;

  @Part(() => CouncilDelegationAnswer, { description: 'Délégation du conseil', ...known })
  readonly delegation!: CouncilDelegationAnswer | null;

  @YesNo(false, { description: 'Vote séparé demandé' })
  readonly separateVote!: boolean;

  @Parts(() => AsideAnswer, { description: 'Élus qui se sont retirés' })
  readonly aside!: readonly AsideAnswer[];

  @Parts(() => PartTakenAnswer, { description: 'Élus nommés au procès-verbal' })
  readonly parts!: readonly PartTakenAnswer[];

  @Amount('105000.00', { nullable: true })
  readonly amount!: string | null;

  @Text('a'.repeat(64), { description: 'SHA-256 du texte voté' })
  readonly textHash!: string;

  @YesNo(true, { description: 'Une convention est requise' })
  readonly conventionRequired!: boolean;
}

export class SignatureDelegationAnswer {
  @Text('ARR-2026-118')
  readonly reference!: string;

  @Day('2026-01-01')
  readonly from!: string;

  @Day('2027-12-31', known)
  readonly to!: string | null;
}

/** What makes a convention necessary to a grant that was voted without one. */
export class ConventionNeedAnswer {
  @Whole(1, { description: 'La combientième fois' })
  readonly time!: number;

  @Day('2027-03-15')
  readonly since!: string;

  @Day('2027-06-01', { description: 'Depuis quand elle ne l’est plus', nullable: true })
  readonly endedOn!: string | null;

  @Whole(2027, { description: 'L’année civile dont les subventions passent le seuil' })
  readonly civilYear!: number;

  @Amount('25000.00', { description: 'Ce que l’organisme avait alors pour elle' })
  readonly total!: string;
}
