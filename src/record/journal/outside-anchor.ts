import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Instant } from '../../domain/kernel/paris.js';
import { canonical, digest, GENESIS } from './chain.js';

/** Where a chain stood: the number of its last line, and its hash. */
export type HeadMark = readonly [sequence: number, hash: string];

/** The name of the stream of the settings among the heads; the others are those of the dossiers. */
export const SETTINGS_HEAD = 'settings';

/** The heads of all the chains of the house, by the identifier of the dossier. */
export type Heads = Readonly<Record<string, HeadMark>>;

/** What is kept outside the database each day: the heads that moved since the day before, and a digest of them all. */
export interface AnchorContent {
  readonly at: Instant;
  readonly moved: Heads;
  readonly count: number;
  /** The SHA-256 of all the heads, those that moved and the others. */
  readonly heads: string;
  /** The SHA-256 of the anchor before it. */
  readonly previous: string;
  /** Which key signs: the first half of the SHA-256 of its public part. */
  readonly key: string;
}

/** The same, signed (Ed25519) with a key that the database does not hold. */
export interface OutsideAnchor extends AnchorContent {
  readonly signature: string;
}

export const digestOfAnchor = (anchor: OutsideAnchor): string => digest(canonical(anchor));

/** All the heads that some anchors hold, the last of each chain. */
export function headsOf(anchors: readonly OutsideAnchor[]): Heads {
  return Object.assign({}, ...anchors.map(({ moved }) => moved)) as Heads;
}

/** The anchor that follows on those that are kept. */
export function anchorOf(heads: Heads, kept: readonly OutsideAnchor[], at: Instant, key: KeyObject): OutsideAnchor {
  const before = headsOf(kept);
  const last = kept.at(-1);
  const moved = Object.fromEntries(
    Object.entries(heads).filter(([id, head]) => canonical(head) !== canonical(before[id])),
  );
  const content: AnchorContent = {
    ...{ at, moved, count: Object.keys(heads).length, heads: digest(canonical(heads)) },
    previous: last ? digestOfAnchor(last) : GENESIS,
    key: fingerprint(createPublicKey(key)),
  };
  return { ...content, signature: sign(null, Buffer.from(canonical(content)), key).toString('base64') };
}

function fingerprint(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32);
}

/** What of the anchors themselves does not hold, a French sentence each: one that is missing, or that the key did not sign. */
export function anchorFaults(anchors: readonly OutsideAnchor[], key: KeyObject): readonly string[] {
  const [faults, sound]: [string[], OutsideAnchor[]] = [[], []];
  let previous = GENESIS;
  for (const anchor of anchors) {
    const { signature, ...content } = anchor;
    const name = `Ancre du ${anchor.at}`;
    sound.push(anchor);
    if (!verify(null, Buffer.from(canonical(content)), key, Buffer.from(signature, 'base64')))
      faults.push(`${name} : sa signature n'est pas celle de la clé`);
    else if (anchor.previous !== previous) faults.push(`${name} : l'ancre d'avant manque ou a changé`);
    else if (digest(canonical(headsOf(sound))) !== anchor.heads)
      faults.push(`${name} : ses têtes ne sont pas toutes là`);
    previous = digestOfAnchor(anchor);
  }
  return faults;
}
