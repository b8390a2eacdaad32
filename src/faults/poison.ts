import type { DataSource } from 'typeorm';

/** Makes every declaration of one story fail in the database, until it is lifted. Returns what lifts it. */
export async function poison(owner: DataSource, poleId: string): Promise<() => Promise<void>> {
  await owner.query(
    `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$;
     CREATE TRIGGER poison BEFORE UPDATE ON dossiers FOR EACH ROW
       WHEN (OLD.id = '${poleId}' AND OLD.seen_version <> NEW.seen_version) EXECUTE FUNCTION poison()`,
  );
  return async () => {
    await owner.query('DROP TRIGGER poison ON dossiers; DROP FUNCTION poison()');
  };
}
