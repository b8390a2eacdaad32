import { describe, expect, it } from '@jest/globals';
import { assetHref } from '../../../src/desk/assets/assets.js';
import { documentOf } from '../../../src/desk/frame/document.js';
import type { Page, Reader } from '../../../src/desk/frame/page.js';
import { typeset } from '../../../src/desk/frame/typeset.js';

const HOUSE = { demonstration: true };
const READER: Reader = {
  name: 'Nolwenn Le Dantec',
  places: 'Instructrice, Région Bretagne',
  csrf: 'le-jeton',
  menu: [
    { label: 'Mon bureau', href: '/' },
    { label: 'Les pôles', href: '/poles' },
  ],
};
const page = (more: Partial<Page> = {}): Page => ({ title: 'Les pôles', content: <h1>Les pôles</h1>, ...more });

describe('The document of a page', () => {
  it('escapes whatever people wrote', () => {
    const hostile = '<script>alert(1)</script>';
    const html = documentOf({ title: hostile, content: <p title={hostile}>{hostile}</p> }, HOUSE);
    expect(html).not.toContain('<script>');
    expect(html).toContain('<p title="&lt;script>alert(1)&lt;/script>">&lt;script>alert(1)&lt;/script></p>');
  });

  it('is in French and named before the house', () => {
    const html = documentOf({ title: 'Mon bureau', content: null }, HOUSE);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<title>Mon bureau – Jalon</title>');
  });

  it('says first in its title that its form was refused', () => {
    expect(documentOf(page({ refused: true }), HOUSE)).toContain('<title>Erreur\u202f: Les pôles – Jalon</title>');
  });

  it('loads htmx only for a page that it serves', () => {
    const htmx = assetHref('htmx.js');
    expect(documentOf(page(), HOUSE)).not.toContain(htmx);
    expect(documentOf(page({ enhanced: true }), HOUSE)).toContain(`src="${htmx}"`);
  });
});

describe('The frame of a page', () => {
  it('says that all is fictitious in a demonstration, and there alone', () => {
    expect(documentOf(page(), HOUSE)).toContain('tout est fictif');
    expect(documentOf(page(), { demonstration: false })).not.toContain('fictif');
  });

  it('shows neither name, menu nor way out to whoever comes', () => {
    const html = documentOf(page(), HOUSE);
    expect(html).not.toMatch(/j-me|<nav|<form|<footer/);
  });

  it('leads nowhere that it was not given', () => {
    const html = documentOf(page(), HOUSE, READER);
    expect(html).toContain('Nolwenn Le Dantec');
    expect([...html.matchAll(/<(?:a|form)[^>]* (?:href|action)="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '#contenu',
      '/',
      '/deconnexion',
      '/',
      '/poles',
    ]);
  });

  it('logs out by a form that carries the key of its session', () => {
    const html = documentOf(page(), HOUSE, { ...READER, settings: '/moi', search: '/poles' });
    expect(html).toContain(
      '<form method="post" novalidate action="/deconnexion"><input type="hidden" name="_cle" value="le-jeton"/>',
    );
    expect(html).toMatch(/<a href="\/moi">.*, mes réglages<\/span><\/a>/);
    expect(html).toMatch(/<form class="j-search" method="get" action="\/poles">.*name="q"/);
  });

  it('says which entry of the menu is the page, or holds it', () => {
    const here = documentOf(page({ under: '/poles' }), HOUSE, READER);
    const below = documentOf(page({ under: '/poles', trail: [{ label: 'Auray' }] }), HOUSE, READER);
    expect(here).toContain('<a href="/poles" aria-current="page">');
    expect(below).toContain('<a href="/poles" aria-current="true">');
    expect(here.match(/aria-current/g)).toHaveLength(1);
  });

  it('ends with the pages that exist', () => {
    const foot = [{ label: 'Aide', href: '/aide' }];
    const html = documentOf(page(), { ...HOUSE, foot });
    expect(html).toContain('<ul><li><a href="/aide">Aide</a></li></ul>');
  });
});

describe('The words of a page', () => {
  it('never begin a line with a mark nor cut a number, whoever wrote them', () => {
    expect(typeset("<p>L'aide : « oui » ; 10 500 € ? 5 % !</p>")).toBe(
      '<p>L’aide\u202f: «\u202foui\u202f»\u202f; 10\u00a0500\u00a0€\u202f? 5\u00a0%\u202f!</p>',
    );
  });

  it('are left as they are in attributes, and in a field where they are to be edited', () => {
    const html = `<a title="a > b : c" href="?q=l'a">b</a><textarea rows="3">L'aide :\n« 10 € »</textarea><input value="1 : 2"/>`;
    expect(typeset(html)).toBe(html);
  });
});
