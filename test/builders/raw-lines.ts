/** A line like the last one of a type, with another number and what is changed. */
export const line = (type: string, change: string) => `
  INSERT INTO journal SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(),
    'sequence', (SELECT sequence + 1 FROM dossiers)) || ${change})).*
  FROM journal j WHERE type = '${type}' ORDER BY j.sequence DESC LIMIT 1`;
export const withData = (data: string) => `jsonb_build_object('data', j.data || '${data}')`;
export const on = (date: string) => `'{"date": "${date}"}'`;
/** A line like the last of a type, that tells something of another type with a motive. */
export const like = (type: string, other: string, date: string, data: string) =>
  line(
    type,
    `jsonb_build_object('type', '${other}', 'private_digest', 'x', 'date', '${date}', 'data', j.data || ${data})`,
  );
const invited = (matter: string) =>
  `(SELECT id FROM journal WHERE type = 'observations-invited' AND data->>'matter' = '${matter}')`;
export const measure = (matter: string, more: string) =>
  `jsonb_build_object('hearing', ${invited(matter)}) || '${more}'::jsonb`;
export const takenBack = (
  type: string,
) => `jsonb_build_object('type', 'fact-retracted', 'private_digest', 'x', 'retracts',
  (SELECT id FROM journal WHERE type = '${type}' ORDER BY sequence LIMIT 1))`;
