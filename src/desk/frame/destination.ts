/** Only its path, search and fragment are kept; the host is any. */
const HOUSE = 'http://house';

/** Where one goes after a login: a page of the house, whatever is asked; the first one when that is none. */
export function destinationIn(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, HOUSE)) return '/';
  const url = new URL(asked, HOUSE);
  const isPage = url.origin === HOUSE && !/^\/(?:api|connexion|deconnexion|login)(?:\/|$)/.test(url.pathname);
  return isPage ? url.pathname + url.search + url.hash : '/';
}

/** The address of the login that leads there. */
export function loginTo(destination: string): string {
  return destination === '/' ? '/connexion' : `/connexion?${new URLSearchParams({ vers: destination })}`;
}
