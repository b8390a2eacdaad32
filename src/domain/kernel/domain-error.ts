/** A value that the domain refuses, with a stable code and a French sentence for the person who gave it. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
