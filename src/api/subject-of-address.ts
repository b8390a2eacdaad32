import type { Act } from '../domain/dossier/act.js';
import { awardIdOf, type Subject } from '../domain/dossier/subject.js';
import { isUuid } from '../domain/kernel/ids.js';
import { reportNamed, type ReportKind } from '../domain/reglement/reglement.js';
import type { DossierLocator } from '../record/dossiers.js';
import { UnknownSubjectError } from '../record/refused.js';
import { problem, ProblemException } from './problem.js';

/** What an address says, by the names of its parameters. */
export type Params = Readonly<Record<string, string | undefined>>;

export interface Target {
  readonly dossier?: DossierLocator;
  readonly subject: Subject;
}

/** What an address names: a dossier by itself, by one of its awards or by something owed, and what of it the act bears on. */
export function targetOf(act: Act<never>, params: Params): Target {
  const subject = subjectOf(act, params);
  const dossier = locatorOf(subject, params);
  return { subject, ...(dossier === undefined ? {} : { dossier }) };
}

function subjectOf(act: Act<never>, params: Params): Subject {
  const { awardId = '', obligationId = '', year = '', number = '', post = '', contribution = '' } = params;
  const { subject: kind } = act;
  switch (kind) {
    case 'pole':
      return { kind };
    case 'award':
      return { kind, award: identifier(awardId) };
    case 'instalment':
      return { kind, year: rank(year), number: rank(number), award: identifier(awardId) };
    case 'report':
      return {
        kind,
        year: rank(year),
        award: identifier(awardId),
        report: knownReport(act.report ?? params['report']),
      };
    case 'post':
      return { kind, post: rank(post) };
    case 'contribution':
      return { kind, contribution: rank(contribution) };
    case 'obligation':
      return { kind, obligation: identifier(obligationId) };
  }
}

/** By what an address finds a dossier; the act that opens one names none. */
function locatorOf(subject: Subject, { poleId }: Params): DossierLocator | undefined {
  if (subject.kind === 'obligation') return { obligation: subject.obligation };
  const award = awardIdOf(subject);
  if (award !== undefined) return { award };
  return poleId === undefined ? undefined : { pole: identifier(poleId) };
}

function knownReport(name = ''): ReportKind {
  const report = reportNamed(name);
  if (report === undefined) throw new UnknownSubjectError('report');
  return report;
}

function identifier(text: string): string {
  if (isUuid(text)) return text;
  throw new ProblemException(
    problem('id-malformed', 400, 'Identifiant mal formé', `« ${text.slice(0, 60)} » n'est pas un identifiant.`),
  );
}

function rank(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new ProblemException(
    problem('id-malformed', 400, 'Identifiant mal formé', "L'exercice, le versement et le poste sont des rangs."),
  );
}
