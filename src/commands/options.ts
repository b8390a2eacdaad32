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
      if (!/^\d{1,6}$/.test(given)) throw new Error(`--${name} attend un nombre entier, pas « ${given} ».`);
      return Number(given);
    },
  };
}
