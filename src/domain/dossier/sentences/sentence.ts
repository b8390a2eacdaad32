import { formatAsKnown, formatFrench } from '../../kernel/civil-date.js';
import { typographic } from '../../kernel/french.js';
import { obligationNoun, partsOfEvent } from '../naming.js';
import { EVENT_TYPES, type DossierEvents, type DossierState, type EventName, type RecordedEvent } from '../state.js';
import { Things } from '../things.js';
import { awardSentences } from './awards.js';
import { documentSentences } from './documents.js';
import { lifecycleSentences } from './lifecycle.js';
import { laddersSentences, obligationSentences, referentSentences } from './owed.js';
import { initiativeSentences, legitimationSentences, opinionSentences, studySentences } from './preparation.js';
import { Teller, type KnownNames, type Sentences } from './teller.js';
import { cofundingSentences, instalmentSentences, recruitmentSentences, yearSentences } from './years.js';

/** What each event of the journal says: one that is added without its sentence does not compile. */
const SENTENCES: Sentences<DossierEvents> = {
  ...initiativeSentences,
  ...studySentences,
  ...opinionSentences,
  ...legitimationSentences,
  ...awardSentences,
  ...recruitmentSentences,
  ...cofundingSentences,
  ...instalmentSentences,
  ...yearSentences,
  ...lifecycleSentences,
  ...obligationSentences,
  ...laddersSentences,
  ...referentSentences,
  ...documentSentences,
};

type Owed = { readonly kind: string; readonly instance: string };

/**
 * A line of the journal as a French sentence: « Le 12 février 2026, le Conseil de développement du pays d’Auray a rendu un
 * avis favorable. » What bears on something that the dossier holds no more, retracted since, is told by its label.
 */
export function sentenceOf(
  event: RecordedEvent,
  state: DossierState,
  { owed, names }: { readonly owed: ReadonlyMap<string, Owed>; readonly names: KnownNames },
): string {
  const { data } = event;
  const things = new Things(state, partsOfEvent(data), 'full');
  const bearsOn = 'obligation' in data ? (owed.get(data.obligation) ?? state.obligations[data.obligation]) : undefined;
  const noun = bearsOn && obligationNoun(bearsOn, state);
  if (!things.areHeld || ('obligation' in data && !noun))
    return `${whenOf(event)} : ${typographic(EVENT_TYPES[event.type].label)}.`;
  // The table has one line per type of event: that of this one takes its data.
  const says = SENTENCES[event.type] as (tell: Teller, data: DossierEvents[EventName]) => string;
  return `${whenOf(event)}, ${says(new Teller({ event, state, things, names, owed: noun }), data)}.`;
}

/** « Le 12 février 2026 », « En février 2026 », « En 2026 ». */
function whenOf({ date, precision }: RecordedEvent): string {
  return precision === 'day' ? `Le ${formatFrench(date)}` : `En ${formatAsKnown(date, precision)}`;
}
