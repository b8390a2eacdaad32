import type { EntityManager } from 'typeorm';
import { purposeNamed } from '../domain/dossier/private-purposes.js';
import { privateReading, type Extent, type PrivateReading } from '../domain/dossier/private-reading.js';
import { rectifications, type Rectified } from '../domain/dossier/rectified.js';
import type { Actor } from '../domain/dossier/roles.js';
import type { DossierState, RecordedEvent } from '../domain/dossier/state.js';
import { shortIban } from '../domain/kernel/iban.js';
import { readPrivateTexts, type PrivateText, type PrivateTexts } from '../record/journal/private-texts.js';
import { eventTeller } from './answer.js';
import type { PrivateTextAnswer, ToldEventAnswer } from './answers/dossier.js';

/** How the facts of a dossier are told to some people, with what is told beside them and what was rectified. */
export interface Beside {
  readonly tell: ReturnType<typeof eventTeller>;
  readonly texts: PrivateTexts;
  readonly reading: PrivateReading;
  readonly rectified: ReadonlyMap<string, Rectified>;
}

/** Reads what goes with the facts of a dossier, as far as some people may. */
export async function readBeside(
  manager: EntityManager,
  state: DossierState,
  history: readonly RecordedEvent[],
  actors: readonly Actor[],
): Promise<Beside> {
  return besideOf(await readPrivateTexts(manager, state.id), state, history, actors);
}

/** The same, of the texts that were read. */
export function besideOf(
  texts: PrivateTexts,
  state: DossierState,
  history: readonly RecordedEvent[],
  actors: readonly Actor[],
): Beside {
  return {
    texts,
    tell: eventTeller(state, history),
    reading: privateReading(state, history, actors),
    rectified: rectifications(history),
  };
}

/** A fact with what is told beside it, as far as the reader may. */
export function toldEvent(event: RecordedEvent, { tell, texts, reading, rectified }: Beside): ToldEventAnswer {
  return {
    ...tell(event, rectified.get(event.id)),
    texts: (texts.get(event.id) ?? []).flatMap(told => {
      const extent = reading.extentOf(event, told.purpose);
      return extent === undefined ? [] : [textView(told, extent)];
    }),
  };
}

const SHOWN: Readonly<Record<Extent, (text: string) => string>> = {
  whole: text => text,
  shortened: shortIban,
  hidden: () => 'masqué',
};

const textView = ({ name, purpose, text }: PrivateText, extent: Extent): PrivateTextAnswer => ({
  ...{ name, purpose, label: purposeNamed(purpose).label, text: SHOWN[extent](text), masked: extent !== 'whole' },
});
