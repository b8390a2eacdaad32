import type { Request } from 'express';
import { allowedMethods } from '../../api/allowed-methods.js';

/** Only its path, search and fragment are kept; the host is any. */
const HOUSE = 'http://house';

/** An address of the house, its host left out; undefined for one by which a browser would be led elsewhere. */
export function localAddress(asked: unknown): string | undefined {
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, HOUSE)) return undefined;
  const { origin, pathname, search, hash } = new URL(asked, HOUSE);
  return origin === HOUSE && !pathname.startsWith('//') ? pathname + search + hash : undefined;
}

/** The page on which someone was: the one that they ask for; for a form that is sent, the nearest that is read. */
export function pageOf(request: Request): string {
  if (request.method !== 'POST') return request.originalUrl;
  let path = request.path;
  while (path !== '' && !allowedMethods(request, path).includes('GET')) path = path.slice(0, path.lastIndexOf('/'));
  return path;
}

/** Where one goes after a login: a page of the house, whatever is asked; the first one when that is none. */
export function destinationIn(asked: unknown): string {
  const address = localAddress(asked) ?? '/';
  return /^\/(?:api|connexion|deconnexion|login)(?:[/?#]|$)/.test(address) ? '/' : address;
}

/** An address of the house, with a parameter more. */
export function addressWith(address: string, name: string, value: string): string {
  const url = new URL(address, HOUSE);
  url.searchParams.set(name, value);
  return url.pathname + url.search + url.hash;
}

/** The address of the login that leads there. */
export function loginTo(destination: string): string {
  return destination === '/' ? '/connexion' : `/connexion?${new URLSearchParams({ vers: destination })}`;
}
