import { faultOf } from '../../api/problem-filter.js';
import type { Fault } from '../../api/problem.js';
import { objectOfSubject } from '../../domain/dossier/naming.js';
import { instalmentKey, type Instalment } from '../../domain/funded-year/slice.js';
import { capitalised } from '../../domain/kernel/french.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import { Section } from '../kit/layout.js';
import { Held } from '../kit/notes.js';
import { Tag } from '../kit/tags.js';
import { euros } from '../kit/words.js';
import { whyHeld } from './money.js';
import type { Offer } from './offers.js';

interface BlockedProps {
  readonly pole: SeenPole;
  readonly offers: readonly Offer[];
}

/** The payments that are held, why, by which text, and what lifts it. */
export function Blocked({ pole, held, offers }: BlockedProps & { readonly held: readonly Instalment[] }) {
  if (held.length === 0) return null;
  return (
    <Section id="bloque" title="Ce qui est bloqué" count={held.length}>
      {held.map(instalment => (
        <HeldPayment
          key={instalmentKey(instalment.award, instalment.year, instalment.number)}
          {...{ pole, offers, instalment }}
        />
      ))}
    </Section>
  );
}

/** « Le solde de l’exercice 1 (12 avril 2026 – 11 avril 2027) ». */
export function instalmentName({ dossier }: SeenPole, { award, year, number }: Instalment): string {
  const named = objectOfSubject({ kind: 'instalment', award, year, number }, dossier.state);
  return capitalised(named?.label ?? '');
}

function HeldPayment({ pole, offers, instalment }: BlockedProps & { readonly instalment: Instalment }) {
  return (
    <Held
      tag={<Tag state="held">Retenu</Tag>}
      title={`${instalmentName(pole, instalment)}, ${euros(instalment.amount)}`}
    >
      <Reasons faults={whyHeld(pole, instalment).map(faultOf)} offers={offers} />
    </Held>
  );
}

/** Why something cannot be done: the reason, what lifts it, the text. */
export function Reasons({ faults, offers }: { readonly faults: readonly Fault[]; readonly offers: readonly Offer[] }) {
  return (
    <ul>
      {faults.map(fault => (
        <li key={fault.code + fault.detail}>
          {fault.detail} <LiftedBy fault={fault} offers={offers} />
          {fault.source !== undefined && <span class="j-sub">Source : {fault.source}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The act that lifts a refusal: as a link when the reader can do it now, else by its name. */
function LiftedBy({ fault: { liftedBy }, offers }: { readonly fault: Fault; readonly offers: readonly Offer[] }) {
  if (liftedBy === undefined) return null;
  const open = offers.filter(({ act, open: isOpen }) => act === liftedBy.act && isOpen);
  if (open.length === 0) return <span class="j-sub">Ce qui le lève : {liftedBy.label}.</span>;
  return (
    <span class="j-sub">
      Ce qui le lève :{' '}
      {open.map(({ href, label }, rank) => (
        <span key={href}>
          {rank > 0 && ', '}
          <a href={href}>{label}</a>
        </span>
      ))}
    </span>
  );
}
