import { pino, type Logger } from 'pino';

/** Structured lines on standard error, without personal data: a dossier and an act are named, never a person's data. */
export function logger(part: string): Logger {
  return pino(
    {
      name: part,
      level: process.env['JALON_LOG'] ?? 'info',
      redact: ['*.iban', '*.authorization', '*.email'],
      serializers: { err: toldError },
    },
    pino.destination(2),
  );
}

/** An error as a log tells it: a failed query without its values. */
export function toldError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? { code: error.code } : {};
  return { name, message, stack, ...code, ...(cause === undefined ? {} : { cause: toldError(cause) }) };
}
