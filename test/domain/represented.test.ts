import { describe, expect, it } from '@jest/globals';
import { actNamed } from '../../src/domain/dossier/acts.js';
import { eventsSeen } from '../../src/domain/dossier/seen-events.js';
import { rectifications } from '../../src/domain/dossier/rectified.js';
import { representedIn } from '../../src/domain/dossier/represented.js';
import type { Actor, Role } from '../../src/domain/dossier/roles.js';
import { POLE } from '../builders/subjects.js';
import { because, BEARER, CARRIER, declared, DossierBuilder, inForce, prepared } from '../builders/dossier.js';
import { amended, running } from '../builders/whole-life-dossiers.js';

const OTHER = BEARER;
const holding = (role: Role, perimeter: Partial<Pick<Actor, 'bodies' | 'pays'>>): Actor => ({
  ...{ account: 'quelqu’un', role, bodies: [], pays: [], ...perimeter },
});
const outcome = (dossier: DossierBuilder, act: string, actor: Actor, asked?: string, payload: object = {}) => {
  const subject = actNamed(act).subject === 'award' ? dossier.award : POLE;
  const answer = representedIn(actNamed(act), { state: dossier.state, subject, actor }, { payload, asked });
  return 'code' in answer ? [answer.code, answer.pointer] : answer.onBehalfOf;
};
const wide = () =>
  new DossierBuilder('2026-02-02').does('declare-initiative', {
    ...{ paysCodes: ['02', '05'], initiator: 'ess-actors', groupName: 'Groupe' },
  });

describe('in whose name someone acts', () => {
  it('is the body of the dossier, whichever is the first of their account', () => {
    const accountant = holding('carrier', { bodies: [OTHER, CARRIER] });
    expect(outcome(prepared(), 'request-grant', accountant)).toBe(CARRIER);
    expect(outcome(inForce(), 'sign-convention', accountant)).toBe(CARRIER);
  });

  it('is the pays of the dossier, whichever is the first of their account', () => {
    expect(outcome(declared(), 'give-opinion', holding('council', { pays: ['01', '02'] }))).toBe('02');
  });

  it('is asked for when several could be, named, and taken as it is told', () => {
    const councils = holding('council', { pays: ['01', '02', '05'] });
    expect(outcome(wide(), 'give-opinion', councils)).toEqual(['represented-body-unclear', '/onBehalfOf']);
    expect(outcome(wide(), 'give-opinion', councils, '05')).toBe('05');
  });

  it('is neither one of another account, nor one that has no part in the dossier', () => {
    const councils = holding('council', { pays: ['01', '02'] });
    expect(outcome(wide(), 'give-opinion', councils, '05')).toEqual(['out-of-perimeter', '/onBehalfOf']);
    expect(outcome(wide(), 'give-opinion', councils, '01')).toEqual(['represented-body-unknown', '/onBehalfOf']);
  });

  it('is nobody for the Région and the CRESS, who are told so when they name someone', () => {
    for (const role of ['instructor', 'manager', 'finance', 'adviser'] as const) {
      const actor = holding(role, { bodies: [CARRIER], pays: ['02'] });
      expect(outcome(declared(), 'give-opinion', actor)).toBeNull();
      expect(outcome(declared(), 'give-opinion', actor, '02')).toEqual(['represents-nobody', '/onBehalfOf']);
    }
  });

  it('is the group that one declares; any body of one’s own when the group is none yet', () => {
    const declares = (bodies: readonly string[], payload: object, asked?: string) =>
      outcome(new DossierBuilder('2026-02-02'), 'declare-initiative', holding('carrier', { bodies }), asked, payload);
    expect(declares([OTHER, CARRIER], { groupSiret: CARRIER })).toBe(CARRIER);
    expect(declares([OTHER], { groupSiret: CARRIER })).toEqual(['out-of-perimeter', '/groupSiret']);
    expect(declares([OTHER], {})).toBe(OTHER);
    expect(declares([OTHER, CARRIER], {})).toEqual(['represented-body-unclear', '/onBehalfOf']);
    expect(declares([OTHER, CARRIER], {}, CARRIER)).toBe(CARRIER);
  });
});

describe('a fact written in the name of another', () => {
  const council = holding('council', { pays: ['02', '05'] });
  const written = () => {
    const dossier = wide().does('give-opinion', { outcome: 'favourable' }, { by: council });
    const event = dossier.events.at(-1)?.id ?? '';
    return { dossier, event };
  };
  const reasons = (dossier: DossierBuilder, event: string, represented: string) =>
    dossier.reasons('rectify-represented-body', { event, represented, ...because });

  it('is rectified, once for each right name, and the first name is kept', () => {
    const { dossier, event } = written();
    dossier.does('rectify-represented-body', { event, represented: '05', ...because });
    dossier.does('rectify-represented-body', { event, represented: '02', ...because });
    expect(rectifications(dossier.events).get(event)).toEqual({ from: null, to: '02' });
    expect(reasons(dossier, event, '02')).toEqual([{ code: 'represented-body-right', pointer: '/represented' }]);
  });

  it('keeps its first name when the rectification is taken back', () => {
    const { dossier, event } = written();
    dossier.does('rectify-represented-body', { event, represented: '05', ...because });
    dossier.does('retract-fact', { event: dossier.events.at(-1)?.id, ...because });
    expect(rectifications(dossier.events).size).toBe(0);
  });

  it('may still be taken back itself', () => {
    const { dossier, event } = written();
    dossier.does('rectify-represented-body', { event, represented: '05', ...because });
    expect(dossier.reasons('retract-fact', { event, ...because })).toEqual([]);
  });

  it('is not rectified towards who has no part in the dossier, nor when nobody was represented', () => {
    const { dossier, event } = written();
    const unknown = { code: 'represented-body-unknown', pointer: '/represented' };
    expect(reasons(dossier, event, '01')).toEqual([unknown]);
    expect(reasons(dossier, event, CARRIER)).toEqual([unknown]);
    const [declaredByRegion] = dossier.events;
    expect(reasons(dossier, declaredByRegion?.id ?? '', '02')).toEqual([
      { code: 'represents-nobody', pointer: '/event' },
    ]);
    expect(reasons(dossier, '0190a0aa-0000-7000-8000-00000000000f', '02')).toEqual([
      { code: 'event-unknown', pointer: '/event' },
    ]);
  });

  it('is read as rectified by who reads the fact, and by nobody else', () => {
    const dossier = amended(running(), { carrier: { name: 'Autre structure', siret: BEARER } });
    const signed = dossier.events.find(({ type }) => type === 'convention-signed');
    const opened = dossier.events.find(({ type }) => type === 'local-group-formed');
    const former = { bodies: [CARRIER], awards: new Map(Object.keys(dossier.state.awards).map(id => [id, undefined])) };
    const rectified = (of: typeof signed) =>
      dossier
        .records(
          [{ type: 'represented-body-rectified', data: { event: of?.id ?? '', from: null, to: BEARER } }],
          'rectify-represented-body',
        )
        .events.at(-1);
    const seen = (event: ReturnType<typeof rectified>) =>
      eventsSeen({ ...former, contributions: [] }, dossier.events).some(({ id }) => id === event?.id);
    expect([seen(rectified(signed)), seen(rectified(opened))]).toEqual([true, false]);
  });
});
