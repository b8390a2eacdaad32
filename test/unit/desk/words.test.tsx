import { counted } from '../../../src/domain/kernel/french.js';
import { describe, expect, it } from '@jest/globals';
import { Done, Late, Tag } from '../../../src/desk/kit/tags.js';
import { Day, euros, HeldEuros, Moment, NearDay, ShortDay, Span } from '../../../src/desk/kit/words.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { instant } from '../../../src/domain/kernel/paris.js';
import { rendered, wordsOf } from './rendered.js';

const TODAY = civilDate('2026-11-16');
const first = civilDate('2026-12-01');

describe('The words of the pages', () => {
  it('say a day as long as there is room, and to machines always in full', () => {
    expect(rendered(<Day date={first} />)).toBe('<time datetime="2026-12-01">1er décembre 2026</time>');
    expect(wordsOf(<ShortDay date={first} today={TODAY} />)).toBe('1er déc.');
    expect(wordsOf(<ShortDay date={first} />)).toBe('1er déc. 2026');
    expect(wordsOf(<NearDay date={civilDate('2026-11-20')} today={TODAY} />)).toBe('ven. 20 nov.');
    expect(wordsOf(<Span from={civilDate('2025-04-12')} to={civilDate('2026-04-11')} />)).toBe(
      '12 avr. 2025 – 11 avr. 2026',
    );
  });

  it('say an instant as the clocks of Paris showed it', () => {
    const at = instant('2026-11-16T23:05:00Z');
    expect(rendered(<Moment at={at} today={TODAY} />)).toContain('datetime="2026-11-16T23:05:00Z"');
    expect(wordsOf(<Moment at={at} today={TODAY} />)).toBe('17 nov. à 0 h 05');
  });

  it('say an amount to the cent, with a true minus', () => {
    expect([euros(cents(1_050_000)), euros(cents(-268_493)), euros(cents(0))]).toEqual([
      '10\u202f500,00\u202f€',
      '−2\u202f684,93\u202f€',
      '0,00\u202f€',
    ]);
  });

  it('let an amount that is held stand out, and none when nothing is', () => {
    expect(rendered(<HeldEuros amount={cents(100)} />)).toBe('<span class="j-held">1,00\u202f€</span>');
    expect(rendered(<HeldEuros amount={cents(0)} />)).toBe('0,00\u202f€');
  });

  it('agree with their number', () => {
    expect([0, 1, 2, 1810].map(count => counted(count, 'échéance'))).toEqual([
      '0 échéance',
      '1 échéance',
      '2 échéances',
      '1\u202f810 échéances',
    ]);
    expect(counted(3, 'est dû', 'sont dus')).toBe('3 sont dus');
  });
});

describe('A tag', () => {
  it.each(['late', 'soon', 'held', 'ok', 'wait', 'idle'] as const)(
    'says its state in a shape and a word: %s',
    state => {
      const html = rendered(<Tag state={state}>Un mot</Tag>);
      expect(html).toMatch(/<svg class="i" [^>]*aria-hidden="true".*<\/svg>Un mot<\/strong>$/);
    },
  );

  it('has a shape of its own for each state', () => {
    const states = ['late', 'soon', 'held', 'ok', 'wait', 'idle'] as const;
    const shapes = states.map(state => /<svg.*<\/svg>/.exec(rendered(<Tag state={state}>x</Tag>))?.[0]);
    expect(new Set(shapes).size).toBe(states.length);
  });

  it('counts the days of a delay, which the head of a column may say for it', () => {
    expect(wordsOf(<Late days={1} />)).toBe('1 jour de retard');
    expect(wordsOf(<Late days={12} short />)).toBe('12 jours de retard');
    expect(rendered(<Late days={12} short />)).toContain(
      '12 jours<span class="govuk-visually-hidden"> de retard</span>',
    );
  });

  it('leaves what is finished to a tick and its day', () => {
    expect(wordsOf(<Done what="Accepté le" date={first} today={TODAY} />)).toBe('Accepté le  1er déc.');
  });
});
