import type { DossierBuilder, Saying } from './dossier.js';

type FromDossier<Value> = Value | ((dossier: DossierBuilder) => Value);

/** An act tried on a dossier: in words, the dossier, the act, what is said, and by whom or on what. */
export type Attempt = readonly [
  what: string,
  build: () => DossierBuilder,
  act: string,
  said?: FromDossier<object>,
  saying?: FromDossier<Saying>,
];

/** The same, with the reasons for which it must be refused, in their order. */
export type Refused = readonly [
  what: string,
  build: () => DossierBuilder,
  act: string,
  said: FromDossier<object>,
  reasons: readonly object[],
  saying?: FromDossier<Saying>,
];

const made = <Value>(value: FromDossier<Value>, dossier: DossierBuilder): Value =>
  typeof value === 'function' ? (value as (dossier: DossierBuilder) => Value)(dossier) : value;

/** Why it is refused, without the sentences; nothing when it is open. */
export function reasonsOf(...[, build, act, payload = {}, options = {}]: Attempt) {
  const dossier = build();
  return dossier.reasons(act, made(payload, dossier), made(options, dossier));
}
