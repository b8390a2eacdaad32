import type { CivilDate } from '../kernel/civil-date.js';
import type { Role } from '../dossier/roles.js';

/** A role given to an account, in a perimeter, from a day. */
export interface Right {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  /** SIRET of the bodies for which it is held. */
  readonly bodies: readonly string[];
  /** Codes of the pays for which it is held. */
  readonly pays: readonly string[];
  /** The first day on which it counts. */
  readonly from: CivilDate;
}

/** How a body is officially named, from a day. */
export interface OfficialName {
  readonly siret: string;
  readonly name: string;
  /** Its number in the register of associations; null for what is no association. */
  readonly rna: string | null;
  readonly from: CivilDate;
}

/** What the stream of the settings says, by the type of its lines. Free text is told beside it. */
export interface SettingEvents {
  'right-given': Omit<Right, 'id'> & { readonly right: string };
  'right-ended': { readonly right: string; readonly account: string; readonly role: Role };
  'body-registered': OfficialName;
  'body-renamed': OfficialName;
  /** `digest`: the SHA-256 of what the version of the règlement says. */
  'reglement-applied': { readonly reglement: string; readonly digest: string };
  /** `digest`: the SHA-256 of what the ladders of the set say. */
  'ladder-set-applied': { readonly set: string; readonly digest: string };
}

export type SettingType = keyof SettingEvents;

/** A line of the stream, by its type. */
export type Setting = { [T in SettingType]: { readonly type: T; readonly data: SettingEvents[T] } }[SettingType];

/** What is said so far: the rights that are held, and the official names of bodies, by SIRET. */
export interface Settings {
  readonly rights: ReadonlyMap<string, Right>;
  readonly names: ReadonlyMap<string, OfficialName>;
}

/** What lines come to, in their order. A name from an earlier day than the one known changes nothing today. */
export function settingsOf(lines: readonly Setting[]): Settings {
  const rights = new Map<string, Right>();
  const names = new Map<string, OfficialName>();
  for (const { type, data } of lines)
    if (type === 'right-given') rights.set(data.right, rightOf(data));
    else if (type === 'right-ended') rights.delete(data.right);
    else if (type === 'body-registered' || type === 'body-renamed')
      if (data.from >= (names.get(data.siret)?.from ?? '')) names.set(data.siret, data);
  return { rights, names };
}

function rightOf({ right: id, account, role, bodies, pays, from }: SettingEvents['right-given']): Right {
  return { id, account, role, bodies, pays, from };
}
