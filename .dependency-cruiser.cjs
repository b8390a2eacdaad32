const CAPABILITIES =
  '(?:poles|initiative|prefiguration-study|council-opinion|legitimation|award|recruitment|funded-year|lifecycle|obligations|money|documents|desk)';
const DECORATED = 'node_modules/(?:reflect-metadata|typeorm|@nestjs)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** The boundaries of the house, as docs/decisions and the README's layout describe them. */
module.exports = {
  forbidden: [
    forbid('no-circle', 'No circular dependency.', {}, { circular: true }),
    forbid('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'declared',
      'What runs imports only what package.json declares as a dependency.',
      { path: '^(?:src|workflows|activities|migrations)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'production-knows-no-test',
      'What runs does not import tests or tools.',
      { path: '^(?:src|workflows|activities|migrations)/' },
      { path: '^(?:test|tools|bench)/' },
    ),
    forbid(
      'domain-is-pure',
      'The domain imports nothing but itself.',
      { path: '^src/domain/' },
      { pathNot: '^src/domain/' },
    ),
    forbid(
      'domain-reaches-no-decorator',
      'The domain reaches neither reflect-metadata, TypeORM nor Nest: workflows must stay able to load it.',
      { path: '^src/domain/' },
      { path: DECORATED, reachable: true },
    ),
    forbid(
      'workflows-are-deterministic',
      'Workflows import workflows, @temporalio/workflow and @temporalio/common, and types of the domain and activities.',
      { path: '^workflows/' },
      { pathNot: ['^workflows/', '^src/domain/', '^activities/', 'node_modules/@temporalio/(?:workflow|common)/'] },
    ),
    forbid(
      'workflows-know-types-only',
      'From the domain and the activities, workflows import types only.',
      { path: '^workflows/' },
      { path: '^(?:src/domain|activities)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'only-the-record-writes',
      'Only src/database and src/record know tables and write them.',
      { pathNot: '^(?:src/database|src/record|migrations|test)/' },
      { path: '^src/database/(?:entities|writes)' },
    ),
    forbid(
      'controllers-hold-no-handle',
      'Controllers and capabilities reach the story through the record alone.',
      { path: ['controller\\.ts$', `^src/${CAPABILITIES}/`] },
      { path: ['^src/temporal/', '^workflows/', 'node_modules/@temporalio/'] },
    ),
    forbid(
      'stories-are-run-by-the-worker',
      'src imports workflows only to run or rehearse them.',
      { path: '^src/', pathNot: '^src/(?:rehearsal|temporal)/' },
      { path: '^workflows/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.all.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
