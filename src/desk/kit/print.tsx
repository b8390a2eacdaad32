import type { Instant } from '../../domain/kernel/paris.js';
import { formatTime, parisDate } from '../../domain/kernel/paris.js';
import { Day } from './words.js';

interface PrintHeadProps {
  /** « Fiche du pôle du pays d’Auray ». */
  readonly sheet: string;
  readonly at: Instant;
  readonly by: string;
  readonly demonstration: boolean;
}

/** The first line of a printed sheet: what it is, when it was printed and by whom. Seen on paper alone. */
export function PrintHead({ sheet, at, by, demonstration }: PrintHeadProps) {
  return (
    <p class="j-print">
      Jalon · Pôles de développement de l’ESS · Région Bretagne — {sheet}, imprimée le <Day date={parisDate(at)} /> à{' '}
      {formatTime(at)} par {by}.{demonstration && ' Données fictives.'}
    </p>
  );
}
