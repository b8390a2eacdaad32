import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '../../src/startup/project-file.js';

interface House {
  french(day: string | null): string;
  euros(amount: string): string;
}

const PAGES = projectFile('pages');
const house = async () => (await import(pathToFileURL(join(PAGES, 'maison.js')).href)) as House;

describe('the pages where mails land', () => {
  it('fill in nothing that the API gives as an example: one click would record it for ever', () => {
    const scripts = readdirSync(PAGES).filter(name => name.endsWith('.js'));
    for (const script of scripts) expect(readFileSync(join(PAGES, script), 'utf8')).not.toMatch(/\.example\b/);
    expect(scripts.length).toBeGreaterThan(0);
  });

  it('write days as the mails do: « 1er »', async () => {
    const { french } = await house();
    expect([french('2012-06-01'), french('2012-06-11'), french(null)]).toEqual([
      '1er juin 2012',
      '11 juin 2012',
      'sans date',
    ]);
  });

  it('write amounts in euros, to the cent', async () => {
    expect((await house()).euros('10500.00')).toMatch(/^10\s500,00\s€$/u);
  });
});
