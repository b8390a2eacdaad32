import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetHref } from '../assets/assets.js';
import { Foot } from './foot.js';
import { Head } from './head.js';
import type { House, Page, Reader } from './page.js';
import { FormKey } from './post-form.js';
import { Trail } from './trail.js';
import { typeset } from './typeset.js';

/** The HTML of a part of a page, without frame. */
export const partOf = (content: ComponentChildren): string => typeset(renderToString(<>{content}</>));

/** The HTML of a page within its frame; of a page for whoever comes when there is no reader. */
export function documentOf(page: Page, house: House, reader?: Reader): string {
  return `<!DOCTYPE html>${typeset(
    renderToString(
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${page.refused ? 'Erreur : ' : ''}${page.title} – Jalon`}</title>
          <link rel="stylesheet" href={assetHref('desk.css')} />
          <link rel="icon" href={assetHref('favicon.svg')} type="image/svg+xml" />
          <script type="module" src={assetHref('desk.js')} />
          {page.enhanced && <meta name="htmx-config" content="includeIndicatorCSS:false" />}
          {page.enhanced && <script src={assetHref('htmx.js')} defer />}
        </head>
        <body data-arrives={reader?.arrives === true ? '' : undefined}>
          <a class="govuk-skip-link" href="#contenu">
            Aller au contenu
          </a>
          <FormKey.Provider value={reader?.csrf ?? ''}>
            <Head page={page} house={house} reader={reader} />
            <main id="contenu" tabindex={-1} data-resumed-at={page.resumedAt}>
              <div class="j-wrap">
                {page.trail && <Trail steps={page.trail} />}
                {page.content}
              </div>
            </main>
            <Foot house={house} reader={reader} />
          </FormKey.Provider>
        </body>
      </html>,
    ),
  )}`;
}
