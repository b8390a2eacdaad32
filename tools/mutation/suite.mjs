export { expect } from 'expect';

/** The tests of the rules, in the order in which they were listed. Numbered in their file, since two of them may bear one name. */
export const tests = [];
const path = [];
let [file, count] = ['', 0];
let hooks = { before: [], after: [] };

export const beforeEach = hook => hooks.before.push(hook);
export const afterEach = hook => hooks.after.push(hook);

/** Another file is listed: what stood around the tests of the one before does not stand around its own. */
export function nextFile(name) {
  [file, count] = [name, 0];
  hooks = { before: [], after: [] };
}

export function describe(name, list) {
  const outer = hooks;
  hooks = { before: [...outer.before], after: [...outer.after] };
  path.push(name);
  list();
  path.pop();
  hooks = outer;
}

export function it(name, body) {
  const around = hooks;
  tests.push({
    id: [file, count++, ...path, name].join(' '),
    file,
    body: () => within(around, body),
  });
}

async function within({ before, after }, body) {
  try {
    for (const hook of before) await hook();
    await body();
  } finally {
    for (const hook of after) await hook();
  }
}

const each = one => rows => (name, body) => {
  for (const [index, row] of rows.entries())
    one(`${name} #${index}`, () => body(...(Array.isArray(row) ? row : [row])));
};
it.each = each(it);
describe.each = each(describe);
