import type { EntityManager } from 'typeorm';
import { FILE, IS_CARRIED, type DepositedFile, type PlacedFile } from '../database/document-reads.js';
import { documentsNamed, type Deposit } from '../domain/documents/deposits.js';

/**
 * Notes a file that is brought, which waits for the antivirus; answers what is known of it. One that the dossier has already
 * stays as it was brought first, but that it is kept from this day when no fact carries it. Nobody forgets it meanwhile.
 */
export async function noteDeposit(
  manager: EntityManager,
  poleId: string,
  { hash, name, extension, size, account, depositedAt }: Omit<DepositedFile, 'verdict'>,
): Promise<DepositedFile> {
  const [noted] = await manager.query<[DepositedFile]>(
    `INSERT INTO documents AS d (pole_id, hash, name, extension, size, account, deposited_at, verdict)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending')
     ON CONFLICT (pole_id, hash) DO UPDATE
       SET deposited_at = CASE WHEN ${IS_CARRIED} THEN d.deposited_at ELSE excluded.deposited_at END
     RETURNING ${FILE}`,
    [poleId, hash, name, extension, size, account, depositedAt],
  );
  return noted;
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

/** Forgets a file deposited before an instant that no fact carries; false when it was taken up or brought again meanwhile. */
export async function forgetDeposit(
  manager: EntityManager,
  { poleId, hash }: PlacedFile,
  before: string,
): Promise<boolean> {
  await manager.query('SELECT FROM dossiers WHERE id = $1 FOR UPDATE', [poleId]);
  const [, forgotten] = await manager.query<[unknown, number]>(
    `DELETE FROM documents d WHERE pole_id = $1 AND hash = $2 AND deposited_at < $3 AND NOT ${IS_CARRIED}`,
    [poleId, hash, before],
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
