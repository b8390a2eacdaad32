import type { EntityManager } from 'typeorm';

/** The writes of one save, sent as one statement: the database is asked once, for all of them or none. */
export class StatementBatch {
  private readonly parts: string[] = [];
  private readonly values: unknown[] = [];

  /** One more write. `at` gives the place of a value, which travels beside the text and never in it. */
  add(write: (at: (value: unknown) => string) => string): void {
    this.parts.push(write(value => `$${this.values.push(value)}`));
  }

  async send(manager: EntityManager): Promise<void> {
    if (this.parts.length === 0) return;
    const named = this.parts.map((part, rank) => `w${rank} AS (${part})`);
    await manager.query(`WITH ${named.join(', ')} SELECT`, this.values);
  }
}
