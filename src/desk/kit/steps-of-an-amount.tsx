import type { ComponentChildren } from 'preact';
import type { Cents } from '../../domain/kernel/cents.js';
import { euros, Under } from './words.js';

interface AmountStep {
  readonly label: string;
  /** Its reason: the text, the days, the fraction. */
  readonly reason?: ComponentChildren;
  readonly amount: Cents;
  /** Whether it sums up those above it. */
  readonly subtotal?: boolean | undefined;
}

interface StepsProps {
  /** What is computed and for which period; read by those who do not see the title. */
  readonly caption: string;
  readonly steps: readonly AmountStep[];
  readonly total: { readonly label: string; readonly amount: Cents };
}

/** An amount, step by step: each line a reason, the last the sum. Not for an amount that nothing computes. */
export function AmountSteps({ caption, steps, total }: StepsProps) {
  return (
    <table class="j-steps">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-visually-hidden">
        <tr>
          <th scope="col">Étape</th>
          <th scope="col">Montant</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ label, reason, amount, subtotal = false }) => (
          <tr key={label} class={subtotal ? 'j-mid' : undefined}>
            <th scope="row">
              {label}
              {reason !== undefined && <Under>{reason}</Under>}
            </th>
            <td>{euros(amount)}</td>
          </tr>
        ))}
        <tr class="j-total">
          <th scope="row">{total.label}</th>
          <td>{euros(total.amount)}</td>
        </tr>
      </tbody>
    </table>
  );
}
