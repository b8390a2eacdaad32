import { pino, type Logger } from 'pino';

/** Structured lines on standard error, without personal data: a dossier and an act are named, never a person's data. */
export function logger(part: string): Logger {
  return pino(
    { name: part, level: process.env['JALON_LOG'] ?? 'info', redact: ['*.iban', '*.authorization', '*.email'] },
    pino.destination(2),
  );
}
