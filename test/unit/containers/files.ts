import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { projectFile } from '../../../src/startup/project-file.js';

/** The texts of the files that describe the containers. */
export interface ContainerFiles {
  readonly dockerfile: string;
  readonly compose: string;
  readonly ignored: string;
  readonly nvmrc: string;
  readonly guide: string;
  /** `.env.example`, the settings of the demonstration. */
  readonly example: string;
}

export interface Service {
  readonly image: string;
  readonly build?: string;
  readonly profiles?: readonly string[];
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition?: string }>>;
}

export interface Instruction {
  readonly name: string;
  readonly text: string;
}

export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** `${NAME:?message}` is required, `${NAME:-value}` has a default; anything else is `bare`. */
export interface Interpolation {
  readonly name: string;
  readonly kind: 'required' | 'default' | 'bare';
  readonly value: string;
}

export const read = (path: string) => readFileSync(projectFile(...path.split('/')), 'utf8');

export function containerFiles(): ContainerFiles {
  return {
    dockerfile: read('Dockerfile'),
    compose: read('docker-compose.yml'),
    ignored: read('.dockerignore'),
    nvmrc: read('.nvmrc'),
    guide: read('docs/guides/containers.md'),
    example: read('.env.example'),
  };
}

export function services(compose: string): readonly (readonly [string, Service])[] {
  const document = load(compose, { schema: CORE_SCHEMA.withTags(mergeTag) }) as { services: Record<string, Service> };
  return Object.entries(document.services);
}

/** The stages of a Dockerfile in order, their continued lines joined. */
export function stages(dockerfile: string): readonly Stage[] {
  const lines = dockerfile
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  const found: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = '', text = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
    const [, base = '', alias = ''] = name === 'FROM' ? (/^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(text) ?? []) : [];
    if (name === 'FROM') found.push({ name: alias, base, instructions: [] });
    else if (name !== '') found.at(-1)?.instructions.push({ name, text });
  }
  return found;
}

/** The variables that a Dockerfile sets: `ENV A=1 B=2`, `ARG C`. */
export function imageVariables(dockerfile: string): ReadonlyMap<string, string> {
  const set = stages(dockerfile).flatMap(stage =>
    stage.instructions.filter(({ name }) => name === 'ENV' || name === 'ARG').flatMap(({ text }) => text.split(/\s+/)),
  );
  return new Map(set.map(pair => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)]));
}

export function interpolations(compose: string): readonly Interpolation[] {
  return [...compose.matchAll(/\$\{?(\w+)(?:(:[?-])([^}]*))?\}?/g)].map(([, name = '', sign, value = '']) => ({
    name,
    kind: sign === ':?' ? 'required' : sign === ':-' ? 'default' : 'bare',
    value,
  }));
}

/** The rows of the table under a heading of the guide, without the title row, backquotes taken off. */
export function table(guide: string, heading: string): readonly (readonly string[])[] {
  const section = guide.split(/^## /m).find(part => part.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter(line => line.startsWith('|'));
  return lines.slice(2).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim().replaceAll('`', '')),
  );
}

/** The variables that a file of settings gives, by name. */
export function settingsOf(example: string): Readonly<Record<string, string>> {
  const lines = example.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(lines.map(line => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]));
}

/** What a process of a service finds in its environment: the image, then the service, its variables replaced. */
export function environmentOf(
  { dockerfile, compose }: ContainerFiles,
  name: string,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const service = new Map(services(compose)).get(name);
  const replaced = (value: string) =>
    value.replaceAll(
      /\$\{(\w+)(?::[?-]([^}]*))?\}/g,
      (_, variable: string, fallback = '') => given[variable] || fallback,
    );
  const own = Object.entries(service?.environment ?? {}).map(([key, value]) => [key, replaced(value)]);
  return Object.fromEntries([...imageVariables(dockerfile), ...own]);
}
