/** What begins the names of the points: no rung of a ladder may. */
export const POINT = 'point';

/** Whether a rung is the point of a month, which comes after those of every ladder. */
export function isPoint(rung: string): boolean {
  return rung.startsWith(`${POINT}-`);
}
