import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { ENGINE, type Party } from '../../src/domain/dossier/roles.js';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import {
  because,
  breach,
  CARRIER,
  COFUNDER,
  declared,
  requested,
  someone,
  voted,
  type DossierBuilder,
} from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { firstYearOver, REPORTS, running } from '../builders/whole-life-dossiers.js';

const on = { obligation: 'o-1' };
const until = civilDate('2029-09-30');
const carrier = { ...someone('carrier'), bodies: [CARRIER] };
const stranger = { ...someone('carrier'), bodies: ['99990901200009'] };
const rung = { type: 'rung-reached', data: { ...on, rung: 'j-15', merged: [] } } as const;
const refusal = (dossier: DossierBuilder, act: string, payload: object = {}, by = someone('instructor')) =>
  dossier.refusals(act, payload, { on, by })[0];

/** What the story awaits of a kind in a dossier, opened. */
function owedIn(dossier: DossierBuilder, kind: string): DossierBuilder {
  const instance = INSTANCES[kind]?.(dossier) ?? dossier.award.award ?? '';
  return owing({ kind, instance, debtor: { role: 'carrier' } }, dossier);
}
const INSTANCES: Readonly<Record<string, (dossier: DossierBuilder) => string>> = {
  'missing-pieces': ({ award }) => `${award.award}/1`,
  'financial-report': ({ award }) => `${award.award}/1/1`,
  'approved-accounts': ({ award }) => `${award.award}/1/1`,
  'report-review': ({ award }) => `${award.award}/1/activity-report/1`,
  observations: ({ award }) => `${award.award}/termination`,
};
const BY_LAW = {
  decision: [() => requested(), 'L231-4'],
  acknowledgement: [() => requested(), 'R112-11-2'],
  'financial-report': [firstYearOver, '2000-321 art. 10'],
  'essential-data': [running, '2017-779'],
} as const;
const ASKED_BY_LAW = {
  'approved-accounts': [firstYearOver, 'L1611-4'],
  transmission: [() => voted(), 'L4141-1'],
  'grant-notification': [() => voted().does('transmit-deliberation', { receipt: 'R' }), 'L221-8'],
} as const;
const DECIDED_BY_SILENCE = {
  'missing-pieces': () => requested().does('demand-pieces', { pieces: ['statutes'] }),
  observations: () => running().does('invite-observations', { matter: 'termination', ...breach }),
  'report-review': () => {
    const dossier = firstYearOver();
    const { act, payload } = REPORTS['activity-report'];
    return dossier.does(act, payload, { on: { ...dossier.award, year: 1, report: 'activity-report' } });
  },
};

describe('a reminder by hand', () => {
  it('is asked by the Région or the CRESS, never by who owes', () => {
    const dossier = owing();
    for (const role of ['instructor', 'manager', 'finance', 'adviser'] as const)
      expect(refusal(dossier, 'remind-debtor', {}, someone(role))).toBeUndefined();
    expect(refusal(dossier, 'remind-debtor', {}, carrier)).toBe('forbidden-role');
  });

  it('shares the cool-down of the ladder: not again within its days, again on the day they are over', () => {
    const dossier = owing().does('remind-debtor', {}, { on });
    const cooling = dossier.rules.reglement.ladders['default']?.coolDownDays;
    expect(cooling).toBe(3);
    expect(refusal(dossier.on('2026-02-04'), 'remind-debtor')).toBe('recalled-lately');
    expect(refusal(dossier.on('2026-02-05'), 'remind-debtor')).toBeUndefined();
  });

  it('is not asked on the heels of a rung', () => {
    const dossier = owing().records([rung], 'remind-debtor');
    expect(refusal(dossier, 'remind-debtor')).toBe('recalled-lately');
  });

  it('is not asked on the heels of what was said before the thing was done and taken back', () => {
    const opened = { kind: 'grant-request', instance: '1', due: civilDate('2026-05-04'), source: 'Règlement' };
    const again = { ...opened, obligation: 'o-2', opening: 2, follows: 'o-1', debtor: { role: 'carrier' } as const };
    const dossier = owing()
      .does('remind-debtor', {}, { on })
      .records(
        [
          { type: 'obligation-done', data: { ...on, by: 'f' } },
          { type: 'obligation-opened', data: again },
        ],
        'remind-debtor',
      );
    const about = { on: { obligation: 'o-2' }, by: someone('instructor') };
    expect(dossier.refusals('remind-debtor', {}, about)).toEqual(['recalled-lately']);
    expect(dossier.on('2026-02-05').refusals('remind-debtor', {}, about)).toEqual([]);
  });

  it('bears the day on which it is asked, so that a past one does not open the next', () => {
    const dossier = owing().on('2026-02-20');
    const refusalsOn = (date: string) => dossier.refusals('remind-debtor', {}, { on, date, by: someone('instructor') });
    expect(refusalsOn('2026-02-19')).toEqual(['reminder-of-today']);
    expect(refusalsOn('2026-02-20')).toEqual([]);
  });

  it('is refused once it was asked as often as the ladder lets one person be told', () => {
    const dossier = owing();
    const most = dossier.rules.reglement.ladders['default']?.most ?? 0;
    expect(most).toBe(8);
    for (let times = 0; times < most; times++) dossier.does('remind-debtor', {}, { on }).on(addDays(dossier.today, 3));
    expect(refusal(dossier, 'remind-debtor')).toBe('recalled-often-enough');
  });

  it('is not asked of the calendar', () => {
    const dossier = owing({ kind: 'year-turn', debtor: { role: 'engine' } });
    expect(refusal(dossier, 'remind-debtor')).toBe('nobody-owes-it');
  });
});

describe('nobody', () => {
  const payload = { ...because, until };
  const owedBy = (debtor: Party) => owing({ debtor });
  const assigned = (referent: string) =>
    owing({ debtor: { role: 'instructor' } }, declared().does('assign-referent', { referent }));

  it.each(['instructor', 'manager', 'finance', 'adviser'] as const)('reminds oneself: %s', role => {
    expect(refusal(owedBy({ role }), 'remind-debtor', {}, someone(role))).toBe('reminds-oneself');
    expect(refusal(owedBy({ role }), 'remind-debtor', {}, someone(role === 'manager' ? 'finance' : 'manager'))).toBe(
      undefined,
    );
  });

  it('in charge of a pôle reminds oneself, and a colleague of theirs may', () => {
    const colleague = someone('instructor', 'instructeur-2');
    expect(refusal(assigned('instructor'), 'remind-debtor')).toBe('reminds-oneself');
    expect(refusal(assigned('instructor'), 'remind-debtor', {}, colleague)).toBeUndefined();
  });

  it('gives oneself more time', () => {
    for (const role of ['instructor', 'manager'] as const) {
      const other = someone(role === 'instructor' ? 'manager' : 'instructor');
      expect(refusal(owedBy({ role }), 'grant-extension', payload, someone(role))).toBe('extends-oneself');
      expect(refusal(owedBy({ role }), 'grant-extension', payload, other)).toBeUndefined();
    }
  });

  it('grants what they asked for another, alone or for someone absent; a second person does', () => {
    const dossier = owing().does('request-extension', payload, { on });
    expect(refusal(dossier, 'grant-extension', payload)).toBe('extends-oneself');
    const instead = { ...someone('instructor', 'instructeur-2'), insteadOf: 'instructor' };
    expect(refusal(dossier, 'grant-extension', payload, instead)).toBe('extends-oneself');
    expect(refusal(dossier, 'grant-extension', payload, someone('manager'))).toBeUndefined();
    dossier.does('refuse-extension', because, { on });
    expect(refusal(dossier, 'grant-extension', payload)).toBeUndefined();
  });
});

describe('more time', () => {
  it('is asked by who owes, or written down by the Région; another body or the council may not', () => {
    const dossier = owing({ debtor: { role: 'carrier', body: CARRIER } });
    const payload = { ...because, until };
    expect(refusal(dossier, 'request-extension', payload, carrier)).toBeUndefined();
    expect(refusal(dossier, 'request-extension', payload)).toBeUndefined();
    expect(refusal(dossier, 'request-extension', payload, stranger)).toBe('out-of-perimeter');
    expect(refusal(dossier, 'request-extension', payload, { ...someone('council'), pays: ['02'] })).toBe(
      'not-the-debtor',
    );
  });

  it('is asked by the co-funder that owes its decision', () => {
    const dossier = owing({
      ...{ kind: 'cofunding-decision', instance: 'a/1/1', debtor: { role: 'cofunder', body: COFUNDER } },
    });
    const payload = { ...because, until };
    expect(refusal(dossier, 'request-extension', payload, someone('cofunder'))).toBeUndefined();
    expect(refusal(dossier, 'request-extension', payload, { ...someone('cofunder'), bodies: [CARRIER] })).toBe(
      'out-of-perimeter',
    );
  });

  it('is not given up to a day that is past already', () => {
    const dossier = owing().on('2026-06-10');
    for (const act of ['request-extension', 'grant-extension']) {
      expect(refusal(dossier, act, { ...because, until: civilDate('2026-06-10') })).toBe('extension-not-to-come');
      expect(refusal(dossier, act, { ...because, until: civilDate('2026-06-11') })).toBeUndefined();
    }
  });

  it('goes beyond the due day', () => {
    const dossier = owing();
    for (const act of ['request-extension', 'grant-extension']) {
      expect(refusal(dossier, act, { ...because, until: civilDate('2026-05-04') })).toBe('extension-not-later');
      expect(refusal(dossier, act, { ...because, until: civilDate('2026-05-05') })).toBeUndefined();
    }
  });

  it('granted, moves the due day, even after it has passed; refused, leaves it where it is', () => {
    const dossier = owing({ kind: 'council-opinion', debtor: { role: 'council' } }).on('2026-06-10');
    const due = () => dueOf('council-opinion/1', dossier.state, dossier.rules)?.on;
    dossier.does('request-extension', { ...because, until }, { on });
    const before = due();
    dossier.does('refuse-extension', because, { on });
    expect(due()).toBe(before);
    dossier.does('grant-extension', { ...because, until }, { on });
    expect(due()).toBe(until);
    expect(dueOf('council-opinion/1', dossier.state, dossier.rules)?.source).toContain('Prorogation accordée');
  });

  it('stays granted when what was owed is met, then owed again because that was retracted', () => {
    const dossier = owing({ kind: 'council-opinion', debtor: { role: 'council' } });
    dossier.does('grant-extension', { ...because, until }, { on });
    dossier.records([{ type: 'obligation-done', data: { ...on, by: 'e' } }], 'obligations', { by: ENGINE });
    expect(dueOf('council-opinion/1', dossier.state, dossier.rules)?.on).toBe(until);
  });

  it('is not refused when nobody asked for it', () => {
    expect(refusal(owing(), 'refuse-extension', because)).toBe('no-extension-asked');
  });

  it.each(Object.entries(BY_LAW))(
    'is not given where the law sets the term, nor a waiver: %s',
    (kind, [build, article]) => {
      const dossier = owedIn(build(), kind);
      const refused = { code: 'term-of-law', source: expect.stringContaining(article), absolute: true };
      for (const act of ['request-extension', 'grant-extension'])
        expect(dossier.reasons(act, { ...because, until }, { on })).toEqual([refused]);
      expect(dossier.reasons('waive-obligation', because, { on })).toEqual([refused]);
    },
  );

  it.each(Object.entries(ASKED_BY_LAW))(
    'is given where the règlement sets the term of what the law asks for, which is not waived: %s',
    (kind, [build, article]) => {
      const dossier = owedIn(build(), kind);
      expect(dossier.refusals('grant-extension', { ...because, until }, { on })).toEqual([]);
      const refused = { code: 'term-of-law', source: expect.stringContaining(article), absolute: true };
      expect(dossier.reasons('waive-obligation', because, { on })).toEqual([refused]);
    },
  );

  it.each(Object.entries(DECIDED_BY_SILENCE))(
    'is not given, nor a waiver, where silence has an effect on a day that was told: %s',
    (kind, build) => {
      const dossier = owedIn(build(), kind);
      const payload = { ...because, until };
      for (const act of ['request-extension', 'grant-extension', 'waive-obligation'])
        expect(refusal(dossier, act, payload, someone(act === 'waive-obligation' ? 'manager' : 'instructor'))).toBe(
          'silence-has-effect',
        );
    },
  );

  it('is not given where no term runs', () => {
    expect(refusal(owing({ due: null }), 'grant-extension', { ...because, until })).toBe('no-term-runs');
  });
});

describe('an exemption', () => {
  it('is for a manager to give; nothing is owed then', () => {
    const dossier = owing();
    expect(refusal(dossier, 'waive-obligation', because)).toBe('forbidden-role');
    dossier.does('waive-obligation', because, { on, by: someone('manager') });
    expect(openObligations(dossier.state)).toEqual([]);
    expect(refusal(dossier, 'remind-debtor')).toBe('wrong-state');
  });
});
