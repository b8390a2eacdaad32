/** What nothing has taken back among facts, in their order. */
export function notRetracted<Fact extends { readonly id: string; readonly retracts: string | null }>(
  facts: readonly Fact[],
): readonly Fact[] {
  const retracted = new Set(facts.flatMap(({ retracts }) => retracts ?? []));
  return facts.filter(({ id }) => !retracted.has(id));
}
