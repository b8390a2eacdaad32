import { describe, expect, it } from '@jest/globals';
import { documentOf } from '../../../src/desk/frame/document.js';

const HOUSE = { demonstration: true };

describe('The document of a page', () => {
  it('escapes whatever people wrote', () => {
    const hostile = '<script>alert(1)</script>';
    const html = documentOf({ title: hostile, content: <p title={hostile}>{hostile}</p> }, HOUSE);
    expect(html).not.toContain('<script');
    expect(html).toContain('<p title="&lt;script>alert(1)&lt;/script>">&lt;script>alert(1)&lt;/script></p>');
  });

  it('is in French and named before the house', () => {
    const html = documentOf({ title: 'Mon bureau', content: null }, HOUSE);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<title>Mon bureau – Jalon</title>');
  });
});
