const SHOWN = 10;

/** Where the time of a run went: its slowest suites, in seconds and as a share of all suites together. */
export function slowest({ testResults }, root) {
  const suites = testResults
    .map(({ name, startTime, endTime }) => ({ name: name.slice(root.length), seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds);
  const whole = suites.reduce((sum, { seconds }) => sum + seconds, 0);
  const lines = suites.slice(0, SHOWN).map(({ name, seconds }) => {
    const share = ((100 * seconds) / Math.max(whole, 1)).toFixed(1);
    return `${seconds.toFixed(1).padStart(8)} s ${share.padStart(5)} %  ${name}`;
  });
  return [`The slowest of ${suites.length} suites, which took ${whole.toFixed(0)} s side by side:`, ...lines].join(
    '\n',
  );
}
