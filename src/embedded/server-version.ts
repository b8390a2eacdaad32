/** The oldest server whose behaviour Jalon was measured against. */
export const OLDEST_SERVER = '1.29.0';

/**
 * The server's version in what `temporal --version` prints, for example
 * `temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1)`. The CLI's own version says nothing when Go built it.
 */
export function serverVersion(printed: string): string | undefined {
  return /Server v?(\d+\.\d+\.\d+)/i.exec(printed)?.[1];
}

/** The Go toolchain's version in what `go version` prints: `1.26.8` or `1.26`. */
export function goVersion(printed: string): string | undefined {
  return /\bgo(\d+\.\d+(?:\.\d+)?)/.exec(printed)?.[1];
}

/** Whether a dotted version is `oldest` or newer; missing parts count as zero. */
export function isAtLeast(version: string, oldest: string): boolean {
  const [found, wanted] = [parts(version), parts(oldest)];
  for (const [index, part] of wanted.entries()) {
    const difference = (found[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function parts(version: string): number[] {
  return version.split('.').map(Number);
}
