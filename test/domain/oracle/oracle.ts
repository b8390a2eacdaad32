import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A case worked by hand from the texts, without the code: what is given, and what must be found. Amounts in cents. */
export interface WorkedCase<Given, Expected> {
  readonly id: string;
  readonly area: string;
  readonly title: string;
  readonly given: Given;
  readonly expected: Expected;
  readonly settingAlternatives: readonly {
    readonly setting: string;
    readonly expected: Expected;
    readonly given?: Partial<Given>;
  }[];
}

const CASES: readonly WorkedCase<object, object>[] = JSON.parse(
  readFileSync(join('test', 'domain', 'oracle', 'cases.json'), 'utf8'),
);

/** The cases of some areas. Refuses an area that has none. */
export function casesOf<Given extends object, Expected extends object>(
  ...areas: readonly string[]
): readonly WorkedCase<Given, Expected>[] {
  const found = CASES.filter(({ area }) => areas.includes(area));
  const lacking = areas.filter(area => !found.some(worked => worked.area === area));
  if (lacking.length > 0) throw new Error(`Aucun cas : ${lacking.join(', ')}`);
  return found as unknown as readonly WorkedCase<Given, Expected>[];
}
