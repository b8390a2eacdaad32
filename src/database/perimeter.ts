/** Whether a pôle is in a perimeter, as `isWithin` says of its dossier: by its pays or by a body that has a part in it. */
export const isWithin = (pays: string, bodies: string): string =>
  `(card.pays_codes && ${pays} OR card.bodies && ${bodies})`;
