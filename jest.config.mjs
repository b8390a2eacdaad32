/** How swc reads TypeScript; JSX only where a file says so by its name. */
const swc = tsx => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      target: 'es2022',
      keepClassNames: true,
    },
    sourceMaps: 'inline',
  },
];
const transform = { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) };

const shared = {
  transform,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['js', 'ts', 'tsx', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.tsx', '$1.js'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.jalon/'],
};

/**
 * Three projects: `unit` starts no server, `browser` looks at the kit of the pages in Chromium, `house` runs against real
 * PostgreSQL and Temporal servers.
 */
export default {
  maxWorkers: 2,
  // Each file leaves the modules that it loaded behind: a worker that has grown gives way to another.
  workerIdleMemoryLimit: '900MB',
  testSequencer: '<rootDir>/tools/sequencer.mjs',
  // What hangs is ended; nothing is held to a speed.
  testTimeout: 600_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/{domain,unit,story}/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'house',
      testMatch: ['<rootDir>/test/{house,replay}/**/*.test.{ts,tsx}'],
      globalSetup: '<rootDir>/test/rig/servers.mjs',
      globalTeardown: '<rootDir>/test/rig/teardown.mjs',
    },
  ],
};
