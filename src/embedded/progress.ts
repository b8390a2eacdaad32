const SILENT_MS = 2000;
const REPEAT_MS = 5000;

/** Says, in French, what is going on. */
export type OnProgress = (line: string) => void;

/** Runs a step; one that lasts more than two seconds says so, then again every five seconds. */
export async function withProgress<Result>(
  label: string,
  onProgress: OnProgress,
  step: () => Promise<Result>,
): Promise<Result> {
  const startedAt = process.hrtime.bigint();
  const say = (): void => onProgress(`${label}… (${elapsedSeconds(startedAt)} s)`);
  let repeated: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    say();
    repeated = setInterval(say, REPEAT_MS);
  }, SILENT_MS);
  try {
    return await step();
  } finally {
    clearTimeout(first);
    clearInterval(repeated);
  }
}

function elapsedSeconds(startedAt: bigint): number {
  return Math.round(Number(process.hrtime.bigint() - startedAt) / 1e9);
}
