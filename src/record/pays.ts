import { readFileSync } from 'node:fs';
import type { EntityManager } from 'typeorm';
import type { PaysRow } from '../database/entities/index.js';
import type { RowOf } from '../database/entities/row-of.js';
import { projectFile } from '../startup/project-file.js';

interface Feature {
  readonly properties: { readonly code: string };
  readonly geometry: object;
}

/** The lines of a simple CSV with a header and no quotes: refuses a line that has not the header's columns. */
function lines(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...rows] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return rows.map(row => {
    const values = row.split(',');
    if (values.length !== names.length) throw new Error(`Ligne mal formée : ${row.slice(0, 60)}`);
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  });
}

/** Registers the 21 pays with their départements, EPCI and contours. Doing it again changes nothing. */
export async function registerPays(manager: EntityManager): Promise<void> {
  const contours = JSON.parse(readFileSync(projectFile('data', 'pays-bretons.geojson'), 'utf8')) as {
    features: Feature[];
  };
  const byCode = new Map(contours.features.map(feature => [feature.properties.code, feature.geometry]));
  const rows = lines(readFileSync(projectFile('data', 'pays-bretons.csv'), 'utf8')).map((line): RowOf<PaysRow> => {
    const code = line['code_pays'] ?? '';
    const contour = byCode.get(code);
    if (!contour) throw new Error(`Pays sans contour : ${code}`);
    const names = (line['epci_noms'] ?? '').split('|');
    return {
      code,
      name: line['nom'] ?? '',
      departements: (line['departements'] ?? '').split('|'),
      population: Number(line['population_communes']),
      epci: (line['epci_siren'] ?? '').split('|').map((siren, index) => ({ siren, name: names[index] ?? '' })),
      contour,
    };
  });
  await manager.query(
    `INSERT INTO pays (code, name, departements, population, epci, contour)
     SELECT code, name, departements, population, epci, contour FROM jsonb_populate_recordset(NULL::pays, $1)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, departements = excluded.departements,
       population = excluded.population, epci = excluded.epci, contour = excluded.contour`,
    [JSON.stringify(rows)],
  );
}
