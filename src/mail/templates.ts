import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LadderSet } from '../domain/reglement/ladder.js';
import type { Reglement } from '../domain/reglement/reglement.js';
import { projectFile } from '../startup/project-file.js';
import { heading, paragraph, type Block } from './layout.js';

/** What a template may name, whatever it says. */
const NOTICE_VARIABLES = [
  ...[
    'hello',
    'behalf',
    'lateness',
    'merged',
    'by',
    'short',
    'pole',
    'poleShort',
    'label',
    'due',
    'term',
    'when',
    'source',
    'link',
  ],
  ...[
    'must',
    'task',
    'notYet',
    'named',
    'are',
    'awaited',
    'debtor',
    'amount',
    'prepare',
    'delay',
    'otherwise',
    'callee',
    'button',
  ],
] as const;
const DIGEST_VARIABLES = ['day', 'hello', 'count', 'items', 'callee', 'link'] as const;

/** The templates that the house itself uses, beside those that the ladders name. */
const BUILT_IN = ['by-hand', 'digest', 'point'] as const;

export type TemplateValues = Readonly<Record<string, string | readonly Block[]>>;

/** A mail without its addresses: a subject, and paragraphs to lay out. */
export interface RenderedMail {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

interface Template {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const SUBJECT = 'Objet : ';
const VARIABLE = /\{\{([^{}]*)\}\}/g;
const LINK = /^\[([^\]]+)\]\(\{\{link\}\}\)$/;
/** A paragraph for who owes the thing alone, or for the others alone. */
const VOICES = { '(vous) ': true, '(autres) ': false } as const;
const HEADING = '## ';

/**
 * The wordings of the mails: a first line « Objet : … », then paragraphs. One whose variables are all empty is left out,
 * with its heading, a line « ## … » above it; « (vous) » begins one for who owes the thing, « (autres) » one for the others.
 */
export class Templates {
  private constructor(private readonly byName: ReadonlyMap<string, Template>) {}

  /** Reads the wordings. Throws, naming every fault, when one has no subject or names an unknown variable. */
  static load(folder = projectFile('data', 'mails')): Templates {
    const files = readdirSync(folder).filter(name => name.endsWith('.txt'));
    return Templates.of(
      Object.fromEntries(files.map(file => [file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')])),
    );
  }

  static of(texts: Readonly<Record<string, string>>): Templates {
    const faults = [
      ...Object.entries(texts).flatMap(([name, text]) => faultsOf(name, text)),
      ...BUILT_IN.filter(name => !Object.hasOwn(texts, name)).map(name => `modèle de courrier « ${name} » absent`),
    ];
    if (faults.length > 0) throw new Error(`${faults.join(' ; ')}.`);
    return new Templates(new Map(Object.entries(texts).map(([name, text]) => [name, parsed(text)])));
  }

  /** Throws when a rung, of a règlement or of ladders that may take their place, names a template that does not exist. */
  require(reglements: readonly Reglement[], sets: readonly LadderSet[] = []): void {
    const named = [
      ...reglements.map(({ id, ladders }) => ({ of: `règlement ${id}`, ladders })),
      ...sets.map(({ id, ladders }) => ({ of: `échelles ${id}`, ladders })),
    ];
    const missing = named.flatMap(({ of, ladders }) =>
      Object.entries(ladders).flatMap(([ladder, { rungs }]) =>
        rungs
          .filter(({ template }) => template === 'digest' || !this.byName.has(template))
          .map(({ template }) => `${of}, échelle « ${ladder} » : modèle de courrier « ${template} » inconnu`),
      ),
    );
    if (missing.length > 0) throw new Error(`${[...new Set(missing)].join(' ; ')}.`);
  }

  get names(): readonly string[] {
    return [...this.byName.keys()].sort();
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** Writes a mail to who owes the thing or to someone else. Throws when there is no such template or a value is missing. */
  write(name: string, values: TemplateValues, readerOwes = false): RenderedMail {
    const template = this.byName.get(name);
    if (!template) throw new Error(`Modèle de courrier inconnu : « ${name} ».`);
    return {
      subject: filled(template.subject, values),
      blocks: template.paragraphs.flatMap(text => voiced(text, readerOwes)).flatMap(text => blocksOf(text, values)),
    };
  }
}

function parsed(text: string): Template {
  const [first = '', ...rest] = text.replaceAll('\r\n', '\n').trim().split('\n');
  const paragraphs = rest
    .join('\n')
    .split(/\n\s*\n/)
    .map(chunk => chunk.trim().replaceAll(/[^\S\n]+/g, ' '))
    .map(chunk => (chunk.startsWith(HEADING) ? chunk : chunk.replaceAll(/\s+/g, ' ')));
  return { subject: first.slice(SUBJECT.length), paragraphs: paragraphs.filter(chunk => chunk !== '') };
}

function faultsOf(name: string, text: string): readonly string[] {
  const known: readonly string[] = name === 'digest' ? DIGEST_VARIABLES : NOTICE_VARIABLES;
  const alone = text.replaceAll(/(^|\n)[ \t]*\{\{items\}\}[ \t]*(?=\n|$)/g, '');
  const within = name === 'digest' && variablesOf(alone).includes('items');
  const unknown = variablesOf(text).filter(variable => !known.includes(variable));
  return [
    ...(text.startsWith(SUBJECT) ? [] : [`modèle de courrier « ${name} » : la première ligne n'est pas « Objet : … »`]),
    ...(within ? [`modèle de courrier « ${name} » : « {{items}} » n'est pas seul dans son paragraphe`] : []),
    ...unknown.map(variable => `modèle de courrier « ${name} » : variable inconnue « ${variable} »`),
  ];
}

const variablesOf = (text: string) => [...text.matchAll(VARIABLE)].map(([, name = '']) => name);

/** A paragraph as it is said to that reader; nothing when it is for the others. */
function voiced(text: string, readerOwes: boolean): readonly string[] {
  const voice = Object.entries(VOICES).find(([mark]) => text.startsWith(mark));
  if (!voice) return [text];
  const [mark, forWhoOwes] = voice;
  return forWhoOwes === readerOwes ? [text.slice(mark.length)] : [];
}

/** A heading stands above what it announces: it is left out with it. */
function announced(text: string, values: TemplateValues): readonly Block[] {
  const [title = '', ...rest] = text.split('\n');
  const blocks = blocksOf(rest.join(' '), values);
  return blocks.length === 0 ? [] : [heading(title.slice(HEADING.length)), ...blocks];
}

function blocksOf(text: string, values: TemplateValues): readonly Block[] {
  if (text.startsWith(HEADING)) return announced(text, values);
  const link = LINK.exec(text)?.[1];
  if (link !== undefined) return [{ kind: 'link', text: filled(link, values), href: valueOf('link', values) }];
  const names = variablesOf(text);
  if (names.length === 1 && text === `{{${names[0]}}}`) {
    const value = values[names[0] ?? ''];
    if (Array.isArray(value)) return value;
  }
  if (names.length > 0 && names.every(name => values[name] === '')) return [];
  return [paragraph(filled(text, values).replaceAll(/\s+/g, ' ').trim())];
}

const filled = (text: string, values: TemplateValues) =>
  text.replaceAll(VARIABLE, (_, name: string) => valueOf(name, values));

function valueOf(name: string, values: TemplateValues): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`Modèle de courrier : rien à dire pour « ${name} ».`);
  return value;
}
