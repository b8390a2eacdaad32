/** A line of a text in French: what it sets, what it says of it, and from where. */
export interface WrittenLine {
  readonly name: string;
  /** A sentence each. */
  readonly says: readonly string[];
  readonly source: string | null;
}

/** Lines under one title. */
export interface WrittenPart {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly WrittenLine[];
}

/** A line that two texts do not say alike: null where one does not have it. */
export interface ChangedLine {
  readonly name: string;
  readonly before: WrittenLine | null;
  readonly after: WrittenLine | null;
}

export interface ChangedPart {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ChangedLine[];
}

const isAlike = (line: WrittenLine | null, other: WrittenLine | null) => JSON.stringify(line) === JSON.stringify(other);

/** What two texts do not say alike, in the order of the second; a line that only the first has comes after. */
export function changedParts(before: readonly WrittenPart[], after: readonly WrittenPart[]): readonly ChangedPart[] {
  return after.flatMap(({ id, title, lines }) => {
    const former = before.find(part => part.id === id)?.lines ?? [];
    const names = [...new Set([...lines, ...former].map(({ name }) => name))];
    const changed = names
      .map(name => ({ name, before: named(former, name), after: named(lines, name) }))
      .filter(line => !isAlike(line.before, line.after));
    return changed.length === 0 ? [] : [{ id, title, lines: changed }];
  });
}

const named = (lines: readonly WrittenLine[], name: string) => lines.find(line => line.name === name) ?? null;
