import { openSync, writeSync, closeSync } from 'node:fs';

/**
 * The file that keeps what a process says. A disk that is full loses lines and nothing else: it is said once, and again
 * when there is room, with how many pieces were lost.
 */
export class OutputLog {
  private descriptor: number | undefined;
  private lost = 0;

  constructor(
    private readonly file: string,
    /** Hears of the trouble, in a French sentence. */
    private readonly onTrouble: (sentence: string) => void,
  ) {}

  write(piece: Buffer): void {
    try {
      this.descriptor ??= openSync(this.file, 'a', 0o600);
      writeSync(this.descriptor, piece);
      if (this.lost > 0) this.onTrouble(`Le journal ${this.file} s'écrit de nouveau ; morceaux perdus : ${this.lost}.`);
      this.lost = 0;
    } catch (error) {
      if (this.lost === 0) this.onTrouble(`Le journal ${this.file} ne peut être écrit : ${reason(error)}.`);
      this.lost += 1;
    }
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' ? 'le disque est plein' : (code ?? message);
}
