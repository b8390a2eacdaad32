import type { House, Reader } from '../../../src/desk/frame/page.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';

export const day = civilDate;
/** The Monday on which the gallery is read. */
export const TODAY = day('2026-11-16');

export const HOUSE: House = {
  demonstration: true,
  foot: [
    { label: 'Aide', href: '/aide' },
    { label: 'Accessibilité : non conforme', href: '/accessibilite' },
    { label: 'Données personnelles', href: '/donnees-personnelles' },
  ],
};

export const INSTRUCTOR: Reader = {
  name: 'Nolwenn Le Dantec',
  places: 'Instructrice, Région Bretagne',
  csrf: 'jeton-du-formulaire',
  settings: '/moi',
  search: '/poles',
  menu: [
    { label: 'Mon bureau', href: '/bureau' },
    { label: 'Les pôles', href: '/poles' },
    { label: 'Versements', href: '/versements' },
    { label: 'Comptes rendus', href: '/comptes-rendus' },
    { label: 'Avis et notes', href: '/avis' },
    { label: 'Demandes à trancher', href: '/demandes' },
    { label: 'Prévision', href: '/prevision' },
    { label: 'Réseau', href: '/reseau' },
  ],
};

export const TREASURER: Reader = {
  name: 'Soizic Lamandé',
  places: 'Trésorière, Les Amarres',
  csrf: 'autre-jeton',
  settings: '/moi',
  menu: [
    { label: 'Mon espace', href: '/espace' },
    { label: 'Comptes rendus', href: '/comptes-rendus' },
    { label: 'Versements', href: '/versements' },
  ],
};
