import { statSync } from 'node:fs';

/** What takes longest for its size, the longest first: begun last, one would be waited for by an idle core. */
const LONGEST = [
  'faults',
  'demonstration',
  'lost-engine',
  'replay',
  'whole-path',
  'simulation',
  'acts-over-http',
  'gallery',
  'invariants',
];

/** Runs the longest suites first, then those on servers, then the others, the larger first; the same on every machine. */
export default class LongestFirst {
  sort(tests) {
    const ranked = tests.map(test => ({ test, rank: rankOf(test), size: statSync(test.path).size }));
    return ranked.sort((one, other) => one.rank - other.rank || other.size - one.size).map(({ test }) => test);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

function rankOf({ path, context }) {
  const longest = LONGEST.findIndex(name => path.endsWith(`/${name}.test.ts`));
  if (longest >= 0) return longest;
  return context.config.displayName?.name === 'house' ? LONGEST.length : LONGEST.length + 1;
}
