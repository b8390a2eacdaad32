import type { Fault } from '../../api/problem.js';
import type { Asking } from './asking.js';
import type { ToldFault } from './faults.js';
import { KEY } from './form-key.js';
import { Hidden } from './inputs.js';
import { liftingLabel } from './lifting.js';

interface CarriageProps {
  readonly asking: Pick<Asking, 'key' | 'version' | 'from'>;
}

/** What the page must find again when it is sent: which form it is, of which version, and where to go back. */
export const Carriage = ({ asking: { key, version, from } }: CarriageProps) => (
  <>
    <Hidden name={KEY} value={key} />
    <Hidden name="_version" value={version} />
    {from !== undefined && <Hidden name="_from" value={from} />}
  </>
);

/** Why something is refused: the reason, its text, and the act that lifts it, as a link for who may do it. */
export function Refusal({
  fault,
  asking,
}: {
  readonly fault: Pick<Fault, 'detail' | 'source'> & { readonly lifts?: string | undefined };
  readonly asking: Asking;
}) {
  const { detail, source, lifts } = fault;
  const href = lifts === undefined ? undefined : asking.links(lifts);
  return (
    <>
      {detail}
      {source !== undefined && <span class="j-sub">{source}</span>}
      {lifts !== undefined && (
        <span class="j-sub">
          Ce qui le lève :{' '}
          {href === undefined ? (
            liftingLabel(lifts, asking.situation)
          ) : (
            <a href={href}>{liftingLabel(lifts, asking.situation)}</a>
          )}
        </span>
      )}
    </>
  );
}

/** What is wrong in a form, in the order of the page: each fault leads to its field. */
export function ErrorSummary({ asking }: { readonly asking: Asking }) {
  const { faults } = asking;
  if (faults.length === 0) return null;
  return (
    <div
      class="govuk-error-summary"
      data-module="govuk-error-summary"
      tabIndex={-1}
      role="alert"
      aria-labelledby="erreurs"
    >
      <h2 class="govuk-error-summary__title" id="erreurs">
        {faults.length === 1 ? 'Une chose est à corriger' : `${faults.length} choses sont à corriger`}
      </h2>
      <ul class="govuk-error-summary__list">
        {faults.map(fault => (
          <li>
            <Told fault={fault} asking={asking} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Told({ fault, asking }: { readonly fault: ToldFault; readonly asking: Asking }) {
  const { id, label, message, source, liftedBy } = fault;
  if (id === undefined)
    return (
      <Refusal
        fault={{ detail: message, ...(source === undefined ? {} : { source }), lifts: liftedBy }}
        asking={asking}
      />
    );
  return (
    <>
      <a href={`#${id}`}>{label === undefined ? message : `${label} : ${message}`}</a>
      {source !== undefined && <span class="j-sub">{source}</span>}
    </>
  );
}

/** The way back to where the person came from, or to the pôle. */
export const backOf = ({ from, situation }: Asking): string =>
  from ?? (situation.dossier.isNew ? '/poles' : `/poles/${situation.dossier.id}`);

export const titleOf = ({ situation: { label, pole } }: Asking): string =>
  pole === undefined ? label : `${label} – ${pole}`;
