import { awardOf, carrierOf } from '../../domain/dossier/parties.js';
import { objectOfSubject } from '../../domain/dossier/naming.js';
import { toRole } from '../../domain/dossier/roles.js';
import { leftToLiquidate } from '../../domain/funded-year/due.js';
import { instalmentKey, type Instalment } from '../../domain/funded-year/slice.js';
import { INSTALMENT_LABELS } from '../../domain/funded-year/machine.js';
import { formatEuros, type Cents } from '../../domain/kernel/cents.js';
import { formatFrench } from '../../domain/kernel/civil-date.js';
import { VOCABULARY } from '../../domain/dossier/vocabulary.js';
import type { Situation } from './situation.js';
import type { HouseFacts } from './choices.js';

/** Something that the engine knows of what an act bears on, as it is shown. */
export interface KnownLine {
  readonly label: string;
  readonly value: string;
}

const line = (label: string, value: string | null | undefined): readonly KnownLine[] =>
  value === null || value === undefined || value === '' ? [] : [{ label, value }];

/** The instalment that an act bears on, if it bears on one. */
export function instalmentOf({ dossier: { state }, subject }: Situation): Instalment | undefined {
  return subject.kind === 'instalment'
    ? state.instalments[instalmentKey(subject.award, subject.year, subject.number)]
    : undefined;
}

/** The body to which what an act bears on belongs: who asked for the grant, else who carries the pôle. */
export function bodyConcerned({ dossier: { state }, subject }: Situation, { names }: HouseFacts): string | undefined {
  const siret = awardOf(state, subject)?.applicant ?? carrierOf(state);
  return siret === null ? undefined : names.get(siret);
}

/** What the engine knows and a person need not type: shown beside the form, and put in no field. */
export function knownLines(situation: Situation, facts: HouseFacts): readonly KnownLine[] {
  const { dossier, subject, pole, isRead } = situation;
  if (!isRead) return line('Pôle', pole);
  const exercise = objectOfSubject(subject, dossier.state)?.exercise;
  return [
    ...line('Pôle', pole),
    ...line('Structure', bodyConcerned(situation, facts)),
    ...line('Exercice', exercise && `${exercise.year} (${formatFrench(exercise.from)} – ${formatFrench(exercise.to)})`),
    ...grantLines(situation),
    ...instalmentLines(situation, facts),
    ...reportLines(situation),
    ...obligationLines(situation),
  ];
}

const euros = (amount: Cents | null | undefined) =>
  amount === null || amount === undefined ? undefined : formatEuros(amount);

function grantLines({ dossier: { state }, subject }: Situation): readonly KnownLine[] {
  if (subject.kind !== 'award') return [];
  const award = state.awards[subject.award];
  return [
    ...line('Montant demandé', euros(award?.amount)),
    ...line('Montant accordé', euros(award?.granted)),
    ...line('Séance', award?.agenda && formatFrench(award.agenda.sessionOn)),
  ];
}

function instalmentLines(situation: Situation, { people }: HouseFacts): readonly KnownLine[] {
  const instalment = instalmentOf(situation);
  if (!instalment) return [];
  const { dossier, rules } = situation;
  const { preparedBy } = instalment;
  const isOpen = ['planned', 'claimed', 'prepared'].includes(instalment.status);
  return [
    ...line('Montant prévu', euros(instalment.amount)),
    ...line('État', INSTALMENT_LABELS[instalment.status]),
    ...(isOpen ? line('Reste à liquider', euros(leftToLiquidate(dossier.state, instalment, rules))) : []),
    ...(instalment.liquidated > 0 ? line('Montant liquidé', euros(instalment.liquidated)) : []),
    ...line('Préparée par', preparedBy && (people.get(preparedBy) ?? preparedBy)),
    ...line('Préparée le', instalment.preparedOn && formatFrench(instalment.preparedOn)),
    ...line('Demandé le', instalment.claimedOn && formatFrench(instalment.claimedOn)),
    ...line('Mandat', instalment.order),
  ];
}

function reportLines({ dossier: { state }, subject }: Situation): readonly KnownLine[] {
  if (subject.kind !== 'report') return [];
  const year = Object.values(state.years).find(
    ({ award, year: rank }) => award === subject.award && rank === subject.year,
  );
  const report = year?.reports[subject.report];
  return [
    ...line('Compte rendu', VOCABULARY.report[subject.report]),
    ...line('Déposé le', report?.filedOn && formatFrench(report.filedOn)),
  ];
}

function obligationLines({ dossier: { state }, subject }: Situation): readonly KnownLine[] {
  if (subject.kind !== 'obligation') return [];
  const owed = state.obligations[subject.obligation];
  return [
    ...line('Date limite', owed?.due && formatFrench(owed.due)),
    ...line('Ce qui est attendu revient', owed && toRole(owed.debtor.role)),
    ...line('Prorogation demandée', owed?.extension.requested && `jusqu’au ${formatFrench(owed.extension.requested)}`),
    ...line('En vertu de', owed?.source),
  ];
}
