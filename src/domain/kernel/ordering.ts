/**
 * Compares two things by what is read of each (a day, an instant, a text, a number), the lowest first: two of which the
 * same is read are neither before nor after each other, and stay in the order in which they were.
 */
export function ascending<Of>(read: (of: Of) => string | number): (one: Of, other: Of) => -1 | 0 | 1 {
  return (one, other) => {
    const [first, second] = [read(one), read(other)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}
