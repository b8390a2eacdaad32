/**
 * The name of a body in a dossier, in SQL: the official one, from the register that the Région keeps; else the last one
 * told in this very dossier. Null when neither says any.
 */
export const nameOfBody = (siret: string, pole: string): string =>
  `coalesce((SELECT name FROM bodies WHERE bodies.siret = ${siret}),
    (SELECT name FROM told_names told WHERE told.pole_id = ${pole} AND told.siret = ${siret}))`;
