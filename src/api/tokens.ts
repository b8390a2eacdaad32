/** What the record works with (`RecordContext`), for those who write through it. */
export const RECORD_CONTEXT = Symbol('record-context');

/** The log of the process. */
export const LOGGER = Symbol('logger');

/** The secret by which the server of mail tells of bounces; null in a house that has none. */
export const BOUNCE_SECRET = Symbol('bounce-secret');
