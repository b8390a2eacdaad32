/** Why a file is not taken. */
export type FileFault = 'too-large' | 'wrong-type' | 'unsafe' | 'infected' | 'empty';

/** A file that the house does not take. Nothing of it is kept; `message` says why in French, and what to bring instead. */
export class FileRefusedError extends Error {
  constructor(
    readonly fault: FileFault,
    message: string,
  ) {
    super(message);
    this.name = 'FileRefusedError';
  }
}
