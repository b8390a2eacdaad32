import { parseArgs } from 'node:util';

/** A number, whose default is a number or is said in words; a text, by the name of its value; or a flag. */
type Option = { readonly says: string } & (
  { readonly number: number | string } | { readonly text: string } | { readonly flag: true }
);

type ValueOf<O extends Option> = O extends { readonly number: number }
  ? number
  : O extends { readonly number: string }
    ? number | undefined
    : O extends { readonly text: string }
      ? string | undefined
      : boolean;

/** What a command says of itself, once: its help is written from it, and its line is read by it. */
export interface Usage<Options extends Readonly<Record<string, Option>>> {
  /** How it is run, without what follows. */
  readonly run: string;
  /** What it does, in one French sentence. */
  readonly does: string;
  /** The word that may follow, by the name of its value. */
  readonly argument?: { readonly name: string; readonly says: string };
  readonly options?: Options;
}

/** The value of an option; what follows without a name is the argument. */
export interface CommandLine<Options extends Readonly<Record<string, Option>>> {
  readonly argument: string | undefined;
  value<Name extends keyof Options & string>(name: Name): ValueOf<Options[Name]>;
}

const LARGEST = 2 ** 31 - 1;
const HELP = 'help';

/**
 * Reads the line of a command. `--help` prints its usage and ends it with 0; an unknown option, a word too many or a
 * number that is not whole and positive ends it with 2, in one French sentence.
 */
export function commandLine<const Options extends Readonly<Record<string, Option>> = Readonly<Record<never, Option>>>(
  usage: Usage<Options>,
  args: readonly string[] = process.argv.slice(2),
): CommandLine<Options> {
  const { values, words } = split(usage, args);
  if (values[HELP] === true) {
    console.log(helpOf(usage));
    process.exit(0);
  }
  const read = Object.fromEntries(
    Object.entries<Option>(usage.options ?? {}).map(([name, option]) => [name, valueOf(name, option, values[name])]),
  );
  return { argument: words[0], value: name => read[name] as ValueOf<Options[typeof name]> };
}

/** The options by name and the words of a line; refuses what the usage does not know. */
function split(usage: Usage<Readonly<Record<string, Option>>>, args: readonly string[]) {
  const known = Object.entries(usage.options ?? {});
  const options = Object.fromEntries([
    [HELP, { type: 'boolean' as const }],
    ...known.map(([name, option]) => [name, { type: 'flag' in option ? ('boolean' as const) : ('string' as const) }]),
  ]) as Record<string, { type: 'boolean' | 'string' }>;
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values: Record<string, string | true> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const type = options[token.name]?.type;
    if (type === undefined) refuseOption(`${token.rawName} : option inconnue. ${seeHelp(usage.run)}`);
    if (type === 'string' && (token.value === undefined || token.value === ''))
      refuseOption(`${token.rawName} attend une valeur. ${seeHelp(usage.run)}`);
    if (type === 'boolean' && token.value !== undefined)
      refuseOption(`${token.rawName} ne prend pas de valeur. ${seeHelp(usage.run)}`);
    values[token.name] = token.value ?? true;
  }
  const surplus = words[usage.argument ? 1 : 0];
  if (surplus !== undefined) refuseOption(`« ${surplus} » est de trop. ${seeHelp(usage.run)}`);
  return { values, words };
}

function valueOf(
  name: string,
  option: Option,
  given: string | true | undefined,
): number | string | boolean | undefined {
  if ('flag' in option) return given === true;
  if ('text' in option) return given === true ? undefined : given;
  if (given === undefined) return typeof option.number === 'number' ? option.number : undefined;
  if (given === true || !/^\d{1,10}$/.test(given) || Number(given) > LARGEST)
    refuseOption(`--${name} attend un nombre entier, de 0 à ${LARGEST}, pas « ${given} ».`);
  return Number(given);
}

/** The usage of a command, in French: its line, what it does, its argument and options with their defaults. */
function helpOf({ run, does, argument, options = {} }: Usage<Readonly<Record<string, Option>>>): string {
  const rows = [
    ...(argument ? [[argument.name, argument.says]] : []),
    ...Object.entries(options).map(([name, option]) => [
      `--${name}${placeholder(option)}`,
      option.says + fallback(option),
    ]),
    [`--${HELP}`, 'Affiche cette aide.'],
  ] as const;
  const width = Math.max(...rows.map(([name = '']) => name.length));
  const dashes = run.startsWith('npm') ? ' --' : '';
  const line = `Usage : ${run}${dashes}${argument ? ` [${argument.name}]` : ''} [options]`;
  return [line, '', does, '', ...rows.map(([name = '', says = '']) => `  ${name.padEnd(width)}  ${says}`)].join('\n');
}

const placeholder = (option: Option) => ('number' in option ? ' N' : 'text' in option ? ` ${option.text}` : '');
const fallback = (option: Option) => ('number' in option ? ` (par défaut : ${option.number})` : '');
const seeHelp = (run: string) => `Aide : ${run}${run.startsWith('npm') ? ' --' : ''} --help`;

/** Says in one sentence why a command cannot read its line, and ends it. */
export function refuseOption(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
