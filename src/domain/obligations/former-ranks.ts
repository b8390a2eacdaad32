/** The rungs of each ladder in the order that they had when a rung was recorded by its rank; those that go on after it included. */
type Ranked = Readonly<Record<string, readonly string[]>>;

const REGLEMENTS: Ranked = {
  default: ['j-15', 'jo-3', 'j+1', 'j+15', 'j+30'],
  escalation: ['j+30'],
  short: ['jo-2', 'jo+1', 'jo+5'],
  payment: ['j-15', 'j-5', 'j+1', 'j+10'],
  opportunity: ['j-60', 'j-15'],
  partner: ['j-15', 'j+1', 'j+30'],
  watch: ['j-15'],
};

/**
 * What a rank meant in the journals written before rungs had identifiers, under each règlement and set of ladders of
 * then. It is history: a ladder that gains a rung is not written here again, and a new one never is.
 */
const FORMER_RANKS: Readonly<Record<string, Ranked>> = {
  'poles-ess-2010': REGLEMENTS,
  'poles-ess-2018': REGLEMENTS,
  'poles-ess-2019': REGLEMENTS,
  'fewer-reminders': { ...REGLEMENTS, default: ['j-7', 'j+1', 'j+15', 'j+30'] },
};

const RANK = /^#(\d+)$/;

/** A rung that was recorded by its rank, under the name that keeps it so until its ladder is known. */
export function rankedRung(rank: number): string {
  return `#${rank}`;
}

/** The identifier of a recorded rung, in a ladder of a règlement or of a set: what was recorded by its rank has one too. */
export function rungIdIn(origin: string, ladder: string, recorded: string): string {
  const rank = RANK.exec(recorded)?.[1];
  return (rank === undefined ? undefined : FORMER_RANKS[origin]?.[ladder]?.[Number(rank)]) ?? recorded;
}

/** The rungs that journals name by a rank, and that the ladders of a règlement or of a set have no more, a sentence each. */
export function lostRungs(
  origin: string,
  rungsOf: (ladder: string) => readonly { readonly id: string }[],
): readonly string[] {
  return Object.entries(FORMER_RANKS[origin] ?? {}).flatMap(([ladder, ids]) => {
    const rungs = rungsOf(ladder);
    const lost = rungs.length === 0 ? [] : ids.filter(id => !rungs.some(rung => rung.id === id));
    return lost.map(id => `échelle « ${ladder} » : l’échelon « ${id} », que des dossiers ont franchi, n'existe plus`);
  });
}
