import { describe, expect, it } from '@jest/globals';
import { acknowledgementOf } from '../../../src/domain/award/acknowledgement.js';
import { dueOf } from '../../../src/domain/dossier/owing.js';
import { because, type DossierBuilder, GRANT, prepared, requested } from '../../builders/dossier.js';
import { convention, running } from '../../builders/whole-life-dossiers.js';

const told = ({ state, rules, award: { award: id } }: DossierBuilder) => {
  const { [id]: award } = state.awards;
  return award && acknowledgementOf(award, rules);
};
const due = ({ state, rules, award: { award: id } }: DossierBuilder) => dueOf(`acknowledgement/${id}`, state, rules);

describe('the acknowledgement of a request', () => {
  it('says when it came, who is in charge, when silence rejects it, on what condition, and how to appeal', () => {
    const dossier = requested('2026-02-02').on('2026-02-10').does('acknowledge-request');
    expect(told(dossier)).toEqual({
      on: '2026-02-10',
      receivedOn: '2026-02-02',
      service: dossier.rules.reglement.service,
      silenceRejectsAfter: '2026-04-02',
      provided: 'sous réserve que la demande soit complète',
      appeals: [
        'CRPA art. L411-2 : recours gracieux auprès de la Région dans les deux mois du rejet',
        'CJA art. R421-1 et R421-2 : recours devant le tribunal administratif dans les deux mois du rejet',
      ],
    });
  });

  it('keeps the day that it told, even if pieces are demanded since', () => {
    const dossier = requested('2026-02-02')
      .does('acknowledge-request')
      .does('demand-pieces', { pieces: ['statutes'] });
    expect(told(dossier)?.silenceRejectsAfter).toBe('2026-04-02');
  });

  it('is due by law within ten working days where the request is electronic, by the règlement on paper', () => {
    expect(due(requested('2026-02-02'))).toMatchObject({ on: '2026-02-16', law: 'term' });
    const paper = prepared('2026-02-02').does('request-grant', { ...GRANT, channel: 'paper' });
    expect(due(paper)).toMatchObject({ on: '2026-02-16', law: 'duty' });
    expect(due(paper)?.source).toContain('engagement de service');
  });

  it('is owed to nobody for what the Région proposes itself', () => {
    const dossier = running();
    dossier.does(
      'request-amendment',
      { ...because, years: 2, amount: 7_000_000 },
      { on: { award: convention(dossier).id } },
    );
    expect(told(dossier)).toBeNull();
  });
});
