import type { CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { reglementInForce, type Rules } from '../reglement/reglement.js';
import { awardIdOf, type Subject } from '../dossier/subject.js';
import type { AwardsSlice } from './slice.js';

/** The same rules under another version of the règlement. Throws when the house has not that version. */
function under(rules: Rules, id: string): Rules {
  if (id === rules.reglement.id) return rules;
  const reglement = rules.versions.find(version => version.id === id);
  if (!reglement) throw new Error(`Règlement inconnu : ${id}`);
  return { ...rules, reglement };
}

/**
 * The rules of an award: the règlement in force at its request rules it to its end (CE 27 mai 2021 n° 433660). Those
 * that are given, the dossier's, where there is no award.
 */
export function rulesOf(rules: Rules, award: { readonly reglement: string } | undefined): Rules {
  return award ? under(rules, award.reglement) : rules;
}

/** The rules of the award that a subject is or is a part of; the dossier's for the pôle itself. */
export function rulesOn(rules: Rules, awards: AwardsSlice, subject: Subject): Rules {
  return rulesOf(rules, awards[awardIdOf(subject) ?? '']);
}

/** What is asked for on a day, read by the règlement in force on that day. Refused when none was. */
export function askedUnder<Asking extends { readonly rules: Rules; readonly date: CivilDate }>(
  asking: Asking,
): Asking | Refusal {
  const { rules, date } = asking;
  const version = reglementInForce(rules.versions, date);
  if (version) return { ...asking, rules: under(rules, version.id) };
  return refuse('no-reglement', "Aucun règlement n'était en vigueur à cette date.", { pointer: '/date' });
}
