import { renderToString } from 'preact-render-to-string';
import type { House, Page, Reader } from './page.js';
import { FormKey, PostForm } from './post-form.js';

/** The HTML of a page within its frame; of a page for whoever comes when there is no reader. */
export function documentOf(page: Page, house: House, reader?: Reader): string {
  return `<!DOCTYPE html>${renderToString(
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} – Jalon`}</title>
      </head>
      <body>
        {house.demonstration && <p>Démonstration : tout est fictif.</p>}
        <FormKey.Provider value={reader?.csrf ?? ''}>
          {reader && (
            <PostForm action="/deconnexion">
              {reader.name} <button type="submit">Se déconnecter</button>
            </PostForm>
          )}
          <main id="contenu" tabIndex={-1}>
            {page.content}
          </main>
        </FormKey.Provider>
      </body>
    </html>,
  )}`;
}
