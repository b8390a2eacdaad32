import type { Page } from '../frame/page.js';

/** A page, under what its reader has just done. */
export function withDone(page: Page, done: string | undefined): Page {
  if (done === undefined) return page;
  return {
    ...page,
    content: (
      <>
        <div class="j-note j-note--ok" id="fait" role="status" tabIndex={-1}>
          <p>C’est fait : {done}.</p>
        </div>
        {page.content}
      </>
    ),
  };
}
