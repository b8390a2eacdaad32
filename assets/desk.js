/** What a page says first after an act: the faults of a form, else what has just been done. */
document.querySelector('.govuk-error-summary, [role="status"][tabindex="-1"]')?.focus();

/** Two clicks that follow each other this closely, in milliseconds, are one. */
const ONE_CLICK = 1000;
const lastClick = new WeakMap();

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-prevent-double-click]');
  if (!button) return;
  if (event.timeStamp - (lastClick.get(button) ?? -ONE_CLICK) < ONE_CLICK) event.preventDefault();
  else lastClick.set(button, event.timeStamp);
});
