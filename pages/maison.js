export const at = name => document.getElementById(name);

/** « 1er juin 2012 », « 14 mai 2024 ». */
export const french = day =>
  day
    ? new Date(`${day}T12:00:00Z`)
        .toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
        .replace(/^1 /, '1er ')
    : 'sans date';

/** « 10 500,00 € », of « 10500.00 ». */
export const euros = amount => Number(amount).toLocaleString('fr-FR', { style: 'currency', currency: 'EUR' });

export function element(name, text, more = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...more });
}

/** Asks the API as the person who gave their token to this tab. Throws what a problem says. */
export async function ask(path, more = {}) {
  const authorization = `Bearer ${sessionStorage.getItem('token')}`;
  const answer = await fetch(path, {
    ...more,
    headers: { authorization, 'content-type': 'application/json', ...more.headers },
  });
  const body = await answer.json();
  if (!answer.ok)
    throw new Error(
      [body.title, body.detail, ...(body.errors ?? []).map(one => one.detail)].filter(Boolean).join(' — '),
    );
  return body;
}

/** Does some work, and says on the page why it could not be done. */
export async function told(work) {
  try {
    await work();
  } catch (error) {
    at('said').textContent = error.message;
  }
}

/** Asks who reads, then shows the page to them; a token that is refused is asked again. */
export function identify(show) {
  const shown = async () => {
    await show();
    at('identification').hidden = true;
    at('seen').hidden = false;
  };
  at('identification').addEventListener('submit', event => {
    event.preventDefault();
    at('said').textContent = '';
    sessionStorage.setItem('token', at('token').value.trim());
    void told(shown);
  });
  if (sessionStorage.getItem('token')) void told(shown);
}
