const CAPABILITIES =
  'initiative|prefiguration-study|council-opinion|legitimation|award|recruitment|cofunding|funded-year|lifecycle|obligations|documents';

/**
 * The floors of the house, from the top: each knows those below it and itself, and no other. Every folder of `src` has
 * its floor; a new one is written here before it holds anything.
 */
const FLOORS = [
  ['what-runs', '^src/(?:app|commands|faults|fuzz|simulation)/'],
  ['pages', '^src/desk/'],
  ['features', `^src/(?:${CAPABILITIES}|poles|territories|health|reminders|contacts|calendar|settings)/`],
  ['api', '^src/api/'],
  ['temporal', '^src/temporal/'],
  ['effects', '^(?:src/(?:scheduled|mail|files)|activities)/'],
  ['record', '^src/record/'],
  ['reads', '^src/(?:access|rehearsal|database)/'],
  ['story', '^(?:workflows|src/(?:reglement|clock|embedded))/'],
  ['startup', '^src/startup/'],
  ['domain', '^src/domain/'],
];
const WHATEVER_FLOOR = FLOORS.map(([, path]) => path);

const DECORATED = 'node_modules/(?:reflect-metadata|typeorm|@nestjs)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const upwards = FLOORS.slice(1).map(([name, path], index) =>
  forbid(
    `floors-${name}`,
    'A floor knows only those below it.',
    { path },
    { path: FLOORS.slice(0, index + 1).map(([, above]) => above) },
  ),
);

/** The boundaries of the house between files, as docs/decisions and the README's layout describe them. */
module.exports = {
  forbidden: [
    forbid('no-circle', 'No circular dependency.', {}, { circular: true }),
    forbid(
      'every-folder-has-its-floor',
      'A folder of src without a floor could know everything.',
      { path: '^src/', pathNot: WHATEVER_FLOOR },
      {},
    ),
    ...upwards,
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
      'domain-has-its-ground',
      'The kernel and the règlement know no capability; the règlement names roles.',
      { path: '^src/domain/(?:kernel|reglement)/' },
      { path: '^src/domain/', pathNot: '^src/domain/(?:kernel/|reglement/|dossier/roles\\.ts)' },
    ),
    forbid(
      'reminders-are-known-by-none',
      'In the domain, nobody knows the rules of reminders but they.',
      { path: '^src/domain/', pathNot: '^src/domain/reminders/' },
      { path: '^src/domain/reminders/' },
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
      'only-the-record-knows-tables',
      'Only src/database and src/record know entities. That only the record writes is held on the SQL itself.',
      { pathNot: '^(?:src/database|src/record|migrations|test)/' },
      { path: '^src/database/entities' },
    ),
    forbid(
      'controllers-hold-no-handle',
      'Controllers and capabilities reach the story through the record alone.',
      { path: ['controller\\.ts$', `^src/(?:${CAPABILITIES})/`] },
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
