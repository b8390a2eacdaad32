export { expect } from 'expect';

/** The tests of the rules, in the order in which they were listed. Numbered, since two of them may bear one name. */
export const tests = [];
const path = [];
/** What is done around each test of the file that is being listed. */
let around = { before: [], after: [] };

export const beforeEach = step => void around.before.push(step);
export const afterEach = step => void around.after.push(step);

/** Begins another file: what is done around the tests of the one before is not done around its own. */
export function nextFile() {
  around = { before: [], after: [] };
}

export function describe(name, list) {
  path.push(name);
  list();
  path.pop();
}

function surrounded({ before, after }, body) {
  if (before.length + after.length === 0) return body;
  return async () => {
    for (const step of before) await step();
    try {
      await body();
    } finally {
      for (const step of after) await step();
    }
  };
}

export function it(name, body) {
  tests.push({ id: `${tests.length} ${[...path, name].join(' ')}`, body: surrounded(around, body) });
}

const each = one => rows => (name, body) => {
  for (const [index, row] of rows.entries())
    one(`${name} #${index}`, () => body(...(Array.isArray(row) ? row : [row])));
};
it.each = each(it);
describe.each = each(describe);
