import type { EntityManager } from 'typeorm';

/** An instalment that was claimed, and of which no payment is ordered. */
export interface UnorderedInstalment {
  readonly award: string;
  readonly year: number;
  readonly number: number;
  readonly pole: string;
  readonly name: string;
  readonly reglement: string;
}

/** What was claimed, prepared or liquidated and is not ordered, of dossiers that are not set aside. */
export async function unorderedInstalments(
  manager: Pick<EntityManager, 'query'>,
): Promise<readonly UnorderedInstalment[]> {
  return manager.query<UnorderedInstalment[]>(
    `SELECT l.award_id AS award, l.year, l.number, d.id AS pole, card.name, d.reglement
     FROM ledger l JOIN awards a ON a.id = l.award_id JOIN dossiers d ON d.id = a.pole_id
     JOIN pole_cards card ON card.pole_id = d.id
     WHERE l.status IN ('claimed', 'prepared', 'liquidated') AND d.set_aside IS NULL
     ORDER BY d.id, l.award_id, l.year, l.number`,
  );
}
