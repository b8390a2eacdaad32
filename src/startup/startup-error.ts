/** A part of Jalon could not start. The message is French, says what is wrong and what to do about it. */
export class StartupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartupError';
  }
}
