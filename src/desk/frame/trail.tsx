import type { Step } from './page.js';

/** The pages above this one, which is the last and leads nowhere. */
export function Trail({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <nav class="govuk-breadcrumbs" aria-label="Fil d’Ariane">
      <ol>
        {steps.map(({ label, href }) => (
          <li key={label}>{href === undefined ? label : <a href={href}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
