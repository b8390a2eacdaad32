import { createHash, randomBytes } from 'node:crypto';

/** Bytes of chance in a secret: nobody guesses it. */
const SECRET_BYTES = 32;

/** A secret that a browser or a mail carries; the house keeps its digest alone. */
export const newSecret = () => randomBytes(SECRET_BYTES).toString('base64url');

/** What is kept of a secret: enough to know it again, not to say it again. */
export const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** What the forms of a session carry: known to its browser alone, and of no use to open it. */
export const formKeyOf = (secret: string) => createHash('sha256').update(`form ${secret}`).digest('base64url');
