import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '../../../src/startup/project-file.js';

const css = readFileSync(projectFile('assets', 'css', 'tokens.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): (#(?:[0-9a-f]{3}){1,2});/g)].map(([, name = '', hex = '']) => [name, hex]),
);

function hexOf(name: string): string {
  const hex = colours.get(name);
  if (hex === undefined) throw new Error(`No colour is named --${name}.`);
  return hex;
}

/** The relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map(digit => digit + digit) : hex.slice(1).match(/../g);
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map(pair => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(name => luminance(hexOf(name))).sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('The colours of the desk', () => {
  it.each(['late', 'soon', 'held', 'ok', 'wait', 'idle'])(
    'let the word of a state be read on its ground: %s',
    state => {
      expect(contrast(state, `${state}-soft`)).toBeGreaterThanOrEqual(7);
    },
  );

  it.each(['ink', 'ink-2', 'accent', 'late', 'held'])('let text be read on paper and on surfaces: %s', ink => {
    expect(contrast(ink, 'paper')).toBeGreaterThanOrEqual(7);
    expect(contrast(ink, 'surface')).toBeGreaterThanOrEqual(7);
  });

  it.each(['paper', 'surface'])('let the edge of a field be seen on %s', ground => {
    expect(contrast('line-strong', ground)).toBeGreaterThanOrEqual(3);
  });

  it('let the focus be seen by its bar of ink, on its yellow', () => {
    expect(contrast('focus', 'ink')).toBeGreaterThanOrEqual(4.5);
  });
});
