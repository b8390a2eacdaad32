import { roleLabel, type Party } from '../../domain/dossier/roles.js';

/** Who owes something, by their name: that of the body when it has one. */
export function nameOf({ role, body }: Party, names: ReadonlyMap<string, string>): string {
  return (body === undefined ? undefined : names.get(body)) ?? roleLabel(role);
}
