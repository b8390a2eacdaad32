import { Inject, Injectable } from '@nestjs/common';
import { LetterReads, type LetterLine } from '../database/letter-reads.js';
import { wordsOf } from '../database/search.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import { EVENT_TYPES, type EventName } from '../domain/dossier/state.js';
import { instant, type Instant } from '../domain/kernel/paris.js';
import { noticeStateLabel, reasonLabel } from './notice-words.js';

/** How many letters a page shows. */
const PAGE = 50;

/** What became of a letter, as it is searched. */
export const LETTER_STATES = {
  sent: { label: 'Envoyés', states: ['sent'] },
  waiting: { label: 'Prévus', states: ['planned', 'leaving'] },
  held: { label: 'Retenus', states: ['suppressed'] },
  failed: { label: 'Non reçus', states: ['bounced', 'refused', 'given-up', 'uncertain'] },
} as const;

export type LetterState = keyof typeof LETTER_STATES;

export interface LetterQuery {
  readonly pole?: string;
  readonly person?: string;
  readonly state?: LetterState;
  readonly after?: string;
}

/** A letter in words. */
export interface Letter extends Pick<LetterLine, 'id' | 'obligation' | 'byHand' | 'to' | 'insteadOf' | 'subject'> {
  readonly pole: { readonly id: string; readonly name: string };
  /** What it is about. */
  readonly about: string;
  readonly at: Instant;
  readonly state: LetterState;
  /** What became of it, and why when it did not leave. */
  readonly became: string;
}

/** Who was told what, when, and what became of it. */
@Injectable()
export class Letters {
  constructor(@Inject(LetterReads) private readonly reads: LetterReads) {}

  /** A page of them, the last first; `next` is what to ask the following page after, null at the end. */
  async page({ pole, person, state, after }: LetterQuery) {
    const states = state === undefined ? undefined : LETTER_STATES[state].states;
    const lines = await this.reads.page({ pole, states, person: wordsOf(person), after, limit: PAGE });
    const items = lines.slice(0, PAGE).map(letterOf);
    return { items, next: lines.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }
}

export type LetterPage = Awaited<ReturnType<Letters['page']>>;

function letterOf(line: LetterLine): Letter {
  const { id, poleId, poleName, obligation, kind, isEvent, byHand, to, insteadOf, subject } = line;
  const reason = reasonLabel(line.reason);
  const became = noticeStateLabel(line.state);
  return {
    ...{ id, obligation, byHand, to, insteadOf, subject, pole: { id: poleId, name: poleName } },
    about: isEvent ? EVENT_TYPES[kind as EventName].label : expectationOf(kind).label,
    at: instant(line.sentAt ?? line.plannedFor),
    state: stateOf(line.state),
    became: reason === null ? became : `${became} : ${reason}`,
  };
}

function stateOf(state: string): LetterState {
  const found = Object.entries(LETTER_STATES).find(([, { states }]) => states.some(name => name === state));
  return (found?.[0] as LetterState | undefined) ?? 'waiting';
}
