import { parseArgs } from 'node:util';

/** Reads `--name value` options. Refuses unknown ones and numbers that are not whole and positive. */
export function numbersAndTexts(
  args: readonly string[],
  numbers: Readonly<Record<string, number>>,
  texts: readonly string[],
): { readonly number: (name: string) => number; readonly text: (name: string) => string | undefined } {
  const names = [...Object.keys(numbers), ...texts];
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...args], options });
  return {
    text: name => values[name] as string | undefined,
    number: name => {
      const given = values[name] as string | undefined;
      if (given === undefined) return numbers[name] ?? 0;
      if (!/^\d{1,10}$/.test(given) || Number(given) > LARGEST)
        refuseOption(`--${name} attend un nombre entier, de 0 à ${LARGEST}, pas « ${given} ».`);
      return Number(given);
    },
  };
}

const LARGEST = 2 ** 31 - 1;

/** Says in one sentence why a command cannot start, and ends it. */
export function refuseOption(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
