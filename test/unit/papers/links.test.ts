import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '../../../src/startup/project-file.js';

const root = projectFile();
const NOT_OURS = ['node_modules', 'dist', '.jalon', '.git', 'coverage'];

/** The pages of the project, by their path. */
const pages = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !NOT_OURS.includes(name))
  .flatMap(entry =>
    entry.isDirectory()
      ? readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map(name => join(entry.name, name))
      : [entry.name],
  )
  .filter(name => name.endsWith('.md'));

const proseOf = (page: string) => readFileSync(join(root, page), 'utf8').replaceAll(/^```.*?^```/gms, '');

/** The names that a page gives to its headings, as forges make them. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return headings.map(heading =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

/** The links of a page that lead nowhere: no such file, or no such heading in it. */
function broken(page: string): readonly string[] {
  const links = [...proseOf(page).matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter(link => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), decodeURI(path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(decodeURI(anchor));
  });
}

describe('The pages', () => {
  it.each(pages)('%s: every link leads somewhere', page => {
    expect(broken(page)).toEqual([]);
  });
});
