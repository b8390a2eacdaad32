import { join } from 'node:path';
import { shared } from '../../jest.config.mjs';

const here = import.meta.dirname;

/** The rules alone, in one file and one process: what Stryker runs for each mutant. */
export default {
  ...shared,
  rootDir: join(here, '../..'),
  roots: [here],
  testMatch: [join(here, 'rules.test.ts')],
  testEnvironment: join(here, 'stops-at-first-failure.cjs'),
  setupFilesAfterEnv: [join(here, 'fixed-seed.ts')],
};
