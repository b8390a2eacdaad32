import type { EntityManager } from 'typeorm';
import type { DepositedFile, PlacedFile } from '../database/document-reads.js';
import { documentsNamed, type Deposit } from '../domain/documents/deposits.js';

/** Notes a file that is kept, and waits for the antivirus. One that the dossier has already stays as it was brought first. */
export async function noteDeposit(
  manager: EntityManager,
  poleId: string,
  { hash, name, extension, size, account, depositedAt }: Omit<DepositedFile, 'verdict'>,
): Promise<void> {
  await manager.query(
    `INSERT INTO documents (pole_id, hash, name, extension, size, account, deposited_at, verdict)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending') ON CONFLICT DO NOTHING`,
    [poleId, hash, name, extension, size, account, depositedAt],
  );
}

/** Notes what the antivirus says of a file; `virus` is what it calls what it found, null when it found nothing. */
export async function noteVerdict(
  manager: EntityManager,
  { poleId, hash }: PlacedFile,
  { scannedBy, virus }: { readonly scannedBy: string; readonly virus: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE documents SET verdict = CASE WHEN $4::text IS NULL THEN 'safe' ELSE 'infected' END, scanned_by = $3, virus = $4
     WHERE pole_id = $1 AND hash = $2`,
    [poleId, hash, scannedBy, virus],
  );
}

/** Forgets a file that no fact carries; false when one came to carry it meanwhile. */
export async function forgetDeposit(manager: EntityManager, { poleId, hash }: PlacedFile): Promise<boolean> {
  await manager.query('SELECT FROM dossiers WHERE id = $1 FOR UPDATE', [poleId]);
  const [, forgotten] = await manager.query<[unknown, number]>(
    `DELETE FROM documents WHERE pole_id = $1 AND hash = $2 AND NOT EXISTS (
       SELECT FROM journal j WHERE j.pole_id = $1 AND (j.data ? 'hash' OR j.data ? 'reportHash')
         AND COALESCE(j.data->>'hash', j.data->>'reportHash') = $2)`,
    [poleId, hash],
  );
  return forgotten === 1;
}

/** The files of a dossier that someone names in what they say to do an act. */
export async function depositsNamed(
  manager: EntityManager,
  poleId: string,
  payload: object,
): Promise<readonly Deposit[]> {
  const hashes = documentsNamed(payload).map(({ hash }) => hash);
  if (hashes.length === 0) return [];
  return manager.query<Deposit[]>('SELECT hash, verdict FROM documents WHERE pole_id = $1 AND hash = ANY($2)', [
    poleId,
    hashes,
  ]);
}
