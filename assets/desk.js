/** What a page says first: the faults of a form, else what has just been done, else its title to who has just logged in. */
const first = document.querySelector('.govuk-error-summary, [role="status"][tabindex="-1"], [data-arrives] h1');
if (first) {
  first.tabIndex = -1;
  first.focus();
}

/** A page that answers a form is gone back to, or read again, without sending the form again. */
const { resumedAt } = document.querySelector('main').dataset;
if (resumedAt) history.replaceState(null, '', resumedAt);

/** Two clicks that follow each other this closely, in milliseconds, are one. */
const ONE_CLICK = 1000;
const lastClick = new WeakMap();

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-prevent-double-click]');
  if (!button) return;
  if (event.timeStamp - (lastClick.get(button) ?? -ONE_CLICK) < ONE_CLICK) event.preventDefault();
  else lastClick.set(button, event.timeStamp);
});

/** A list that was changed takes the focus of what is no longer in it. */
document.addEventListener('htmx:after:swap', () => {
  if (document.activeElement === document.body) document.querySelector('#liste')?.focus();
});

/** A list that could not be changed in place is asked for as a page: the browser says what is wrong. */
document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
  if (ctx?.push) location.assign(ctx.request.action);
});
