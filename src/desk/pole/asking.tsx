import { counted } from '../../domain/kernel/french.js';
import type { ComponentChildren } from 'preact';
import type { Instalment } from '../../domain/funded-year/slice.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { Obligation } from '../../domain/obligations/slice.js';
import { Tag } from '../kit/tags.js';

interface Asking {
  readonly owed: readonly Obligation[];
  readonly held: readonly Instalment[];
  readonly today: CivilDate;
}

/** What asks for someone, in a word each. */
export function statesOf({ owed, held, today }: Asking): ComponentChildren {
  const late = owed.filter(({ due }) => due !== null && due < today).length;
  const asked = owed.filter(({ extension }) => extension.requested !== null).length;
  if (late + held.length + asked === 0) return undefined;
  return (
    <>
      {late > 0 && <Tag state="late">{counted(late, 'échéance')} en retard</Tag>}{' '}
      {held.length > 0 && <Tag state="held">{counted(held.length, 'versement retenu', 'versements retenus')}</Tag>}{' '}
      {asked > 0 && <Tag state="wait">{counted(asked, 'délai demandé', 'délais demandés')}</Tag>}
    </>
  );
}
