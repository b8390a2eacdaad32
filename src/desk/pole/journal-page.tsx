import { roleLabel } from '../../domain/dossier/roles.js';
import { civilDate } from '../../domain/kernel/civil-date.js';
import type { TimelineAnswer } from '../../poles/answers.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Bar } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Timeline, type Happened } from '../kit/timeline.js';
import { counted } from '../kit/words.js';
import { roomPage } from './frame.js';

type Lines = TimelineAnswer['items'];
type Told = Extract<Lines[number], { readonly machine: boolean }>;

const isTold = (line: Lines[number]): line is Told => 'machine' in line;

/** The life of a pôle, the latest first; what the engine notes by itself only when it is asked for. */
export function journalPage(pole: SeenPole, lines: Lines, withMachine: boolean): Page {
  const here = `/poles/${pole.dossier.id}/journal`;
  const told = lines.filter(isTold);
  const shown = told.filter(({ machine }) => withMachine || !machine).toReversed();
  const hidden = told.length - told.filter(({ machine }) => !machine).length;
  return roomPage({
    pole,
    room: '/journal',
    children: (
      <>
        <Bar
          acts={
            withMachine ? (
              <a href={here}>Masquer ce que le moteur note de lui-même</a>
            ) : (
              <a href={`${here}?tout=1`}>Montrer aussi {counted(hidden, 'note')} du moteur</a>
            )
          }
        >
          <strong>{counted(shown.length, 'fait')}</strong>, le dernier d’abord
        </Bar>
        {shown.length === 0 ? (
          <Empty>Rien n’est encore arrivé.</Empty>
        ) : (
          <Timeline facts={shown.map(line => happened(line, pole))} today={pole.today} />
        )}
      </>
    ),
  });
}

function happened({ id, date, label, as, onBehalfOf, machine, texts }: Told, { names }: SeenPole): Happened {
  const who = (onBehalfOf === null ? undefined : names.get(onBehalfOf)) ?? roleLabel(as);
  const text = texts.map(({ label: what, text: written }) => `${what} : ${written}`).join(' · ');
  return {
    ...{ key: id, date: civilDate(date), machine },
    sentence: `${label}. ${who}`,
    ...(text === '' ? {} : { text }),
  };
}
