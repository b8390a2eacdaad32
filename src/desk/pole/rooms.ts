import type { View } from '../../domain/dossier/view.js';

interface Room {
  readonly path: string;
  readonly label: string;
  /** Whether who reads a part of the dossier has it too. */
  readonly forPart: boolean;
}

/** The rooms of a dossier, in their order; the first is its page. */
const ROOMS = [
  { path: '', label: 'Vue d’ensemble', forPart: true },
  { path: '/preparation', label: 'Préparation', forPart: false },
  { path: '/attributions', label: 'Attributions', forPart: true },
  { path: '/exercices', label: 'Exercices', forPart: true },
  { path: '/versements', label: 'Versements', forPart: true },
  { path: '/poste', label: 'Poste', forPart: false },
  { path: '/cofinancements', label: 'Cofinancements', forPart: true },
  { path: '/vie', label: 'Vie du dossier', forPart: false },
  { path: '/echeances', label: 'Échéances', forPart: true },
  { path: '/personnes', label: 'Personnes', forPart: true },
  { path: '/documents', label: 'Documents', forPart: true },
  { path: '/journal', label: 'Journal', forPart: true },
] as const satisfies readonly Room[];

export type RoomPath = (typeof ROOMS)[number]['path'];

/** The rooms that someone has of a dossier, with their addresses. */
export function roomsOf(poleId: string, view: View, current: RoomPath) {
  return ROOMS.filter(({ forPart }) => forPart || view === 'whole').map(({ path, label }) => ({
    label,
    of: 'de ce pôle',
    href: `/poles/${poleId}${path}`,
    current: path === current,
  }));
}

/** What a room is called. */
export const roomLabel = (room: RoomPath): string => ROOMS.find(({ path }) => path === room)?.label ?? '';
