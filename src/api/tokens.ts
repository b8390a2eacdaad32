/** What the record works with (`RecordContext`), for those who write through it. */
export const RECORD_CONTEXT = Symbol('record-context');

/** The log of the process. */
export const LOGGER = Symbol('logger');

/** The way by which the house writes to one person at once; null in a house that has no server of mail. */
export const HOUSE_POST = Symbol('house-post');

/** The secret by which the server of mail tells of bounces; null in a house that has none. */
export const BOUNCE_SECRET = Symbol('bounce-secret');
