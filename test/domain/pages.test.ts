import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { lifecyclePage } from '../../src/domain/dossier/lifecycle-page.js';
import { RuleBook } from '../../src/reglement/load.js';
import { projectFile } from '../../src/startup/project-file.js';
import { reglementsPage } from '../../src/reglement/reglements-page.js';

const committed = (page: string) => readFileSync(projectFile('docs', page), 'utf8');

/** What the tables say is read and agreed upon in these pages: a line that changes is seen in the review of its page. */
describe('the page of', () => {
  it('the life of a pôle is the one of the tables: roles, states, gates, facts, addresses', () => {
    expect(committed('lifecycle.md')).toBe(lifecyclePage());
  });

  it('the règlements tells their versions side by side, with what each changed', () => {
    const book = RuleBook.load();
    const page = reglementsPage(book.versions(), book);
    expect(committed('reglements.md')).toBe(page);
    expect(page).toContain('Plafond annuel : 35\u202f000,00\u202f€ → 30\u202f000,00\u202f€');
    expect(page).toMatch(/Demande de subvention du pôle \| Statuts à jour ; /);
  });
});
