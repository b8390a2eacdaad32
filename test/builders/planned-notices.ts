import { ENGINE, ROLES } from '../../src/domain/dossier/roles.js';
import type { NewEvent } from '../../src/domain/dossier/state.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { Rules } from '../../src/domain/reglement/reglement.js';
import { NoticeHistory } from '../../src/domain/reminders/notice-history.js';
import { noticesOf, type Audience, type PlannedNotice } from '../../src/domain/reminders/notices.js';
import type { Directory } from '../../src/domain/reminders/recipients.js';
import type { DossierBuilder } from './dossier.js';

/** One person for each role, there for ever, who chose nothing. */
export const EVERYONE: Directory = {
  people: Object.keys(ROLES).map(role => ({
    ...{ id: role, role, account: role, bodies: [], pays: [], from: civilDate('2000-01-01'), to: null },
    ...{ reachable: true, absences: [] },
  })),
  paces: new Map(),
};

/** Who was told what already: nobody, nothing. */
export const anAudience = (directory = EVERYONE): Audience => ({ directory, noticeHistory: NoticeHistory.from([]) });

/** What a dossier plans on what the engine or a person notes today. */
export function planned(
  dossier: DossierBuilder,
  notes: readonly NewEvent[],
  audience: Audience = anAudience(),
  rules: Rules = dossier.rules,
): readonly PlannedNotice[] {
  const before = dossier.events.length;
  dossier.records(notes, 'obligations', { by: ENGINE });
  return noticesOf(dossier.state, rules, dossier.events.slice(before), dossier.today, audience);
}
