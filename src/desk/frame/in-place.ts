import type { Request, Response } from 'express';

/** Whether a page is asked for to change a part of the one that is shown. */
export const isInPlace = (request: Request): boolean => request.headers['hx-request'] === 'true';

/** Leads elsewhere, the whole page with it: a redirection would put in a part of it the page to which it leads. */
export function leadTo(href: string, request: Request, response: Response): void {
  if (isInPlace(request)) response.status(204).set({ 'HX-Redirect': href, 'Cache-Control': 'no-store' }).end();
  else response.redirect(303, href);
}

/** Tells for which part of the page shown an answer stands: all of it, when it is not what had been asked for. */
export function replacingAll(request: Request, response: Response): void {
  if (isInPlace(request)) response.set({ 'HX-Retarget': 'body', 'HX-Reselect': 'body', 'HX-Reswap': 'outerSync' });
}
