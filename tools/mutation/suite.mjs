export { expect } from 'expect';

/** The tests of the rules, in the order in which they were listed. Numbered, since two of them may bear one name. */
export const tests = [];
const path = [];

export function describe(name, list) {
  path.push(name);
  list();
  path.pop();
}

export function it(name, body) {
  tests.push({ id: `${tests.length} ${[...path, name].join(' ')}`, body });
}

const each = one => rows => (name, body) => {
  for (const [index, row] of rows.entries())
    one(`${name} #${index}`, () => body(...(Array.isArray(row) ? row : [row])));
};
it.each = each(it);
describe.each = each(describe);
