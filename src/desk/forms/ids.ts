import type { Control } from './model.js';

/** The identifier of an element by the name of its field. */
export const partId = (name: string): string => name.replaceAll('.', '-');

/** The element to which a message about a field leads: what is filled in first. */
export function idOf(name: string, control: Control): string {
  if (control.kind === 'date') return `${partId(name)}-day`;
  return partId(name);
}
