import type { House, Page, Reader } from './page.js';
import { PostForm } from './post-form.js';

interface HeadProps {
  readonly page: Page;
  readonly house: House;
  readonly reader?: Reader | undefined;
}

/** What stands above every page: the house, who reads, where they may look for a pôle, and their menu. */
export function Head({ page, house, reader }: HeadProps) {
  return (
    <header>
      {house.demonstration && (
        <div class="j-demo">
          <div class="j-wrap">Démonstration : tout est fictif.</div>
        </div>
      )}
      <div class="j-head">
        <div class="j-wrap">
          <a class="j-brand" href="/">
            <RangingPole />
            Jalon
          </a>
          <span class="j-owner">Pôles de développement de l’ESS · Région Bretagne</span>
          {reader && <Me reader={reader} />}
          {reader?.search !== undefined && <Search action={reader.search} />}
        </div>
      </div>
      {reader && reader.menu.length > 0 && <Menu page={page} reader={reader} />}
    </header>
  );
}

/** A surveyor's ranging pole: four segments, two full and two hollow. */
function RangingPole() {
  return (
    <svg viewBox="0 0 12 28" aria-hidden="true" focusable="false">
      <path fill="#fff" d="M3 0h6v7H3zM3 14h6v7H3z" />
      <path fill="none" stroke="#fff" d="M3.5 7.5h5v6h-5zM3.5 21.5h5v6h-5z" />
    </svg>
  );
}

function Search({ action }: { readonly action: string }) {
  return (
    <search>
      <form class="j-search" method="get" action={action}>
        <label class="govuk-visually-hidden" for="chercher">
          Chercher un pôle, une structure, une délibération
        </label>
        <input id="chercher" name="q" type="search" placeholder="Pôle, structure…" />
        <button type="submit">Chercher</button>
      </form>
    </search>
  );
}

function Me({ reader: { name, places, settings } }: { readonly reader: Reader }) {
  const who = (
    <>
      {name} <span class="j-places">{places}</span>
    </>
  );
  return (
    <div class="j-me">
      {settings === undefined ? (
        <span>{who}</span>
      ) : (
        <a href={settings}>
          {who}
          <span class="govuk-visually-hidden">, mes réglages</span>
        </a>
      )}
      <PostForm action="/deconnexion">
        <button class="j-link" type="submit">
          Se déconnecter
        </button>
      </PostForm>
    </div>
  );
}

/** Folded on a phone; a page below its entry, and not the entry itself, is not said to be it. */
function Menu({ page, reader }: { readonly page: Page; readonly reader: Reader }) {
  const current = page.trail === undefined ? 'page' : 'true';
  return (
    <nav class="j-nav" aria-label="Principale">
      <div class="j-wrap">
        <details>
          <summary>Menu</summary>
          <ul>
            {reader.menu.map(({ label, href }) => (
              <li key={href}>
                <a href={href} aria-current={href === page.under ? current : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </nav>
  );
}
