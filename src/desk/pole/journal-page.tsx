import { counted } from '../../domain/kernel/french.js';
import { civilDate } from '../../domain/kernel/civil-date.js';
import type { TimelineAnswer } from '../../poles/answers.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Bar } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Timeline, type Happened } from '../kit/timeline.js';
import { roomPage } from './frame.js';

/** The life of a pôle in sentences, the latest first; what the engine notes by itself only when it is asked for. */
export function journalPage(pole: SeenPole, { items, total, next }: TimelineAnswer, withMachine: boolean): Page {
  const here = `/poles/${pole.dossier.id}/journal`;
  const other = withMachine
    ? { href: here, label: 'Masquer ce que le moteur note de lui-même' }
    : { href: `${here}?tout=1`, label: 'Montrer aussi ce que le moteur note de lui-même' };
  return roomPage({
    pole,
    room: '/journal',
    children: (
      <>
        <Bar acts={<a href={other.href}>{other.label}</a>}>
          <strong>{counted(total, 'ligne')}</strong>, la dernière d’abord
        </Bar>
        {items.length === 0 ? (
          <Empty>Rien n’est encore arrivé.</Empty>
        ) : (
          <Timeline facts={items.map(happened)} today={pole.today} />
        )}
        {next !== null && (
          <p class="j-part">
            <a href={`${here}?${new URLSearchParams({ ...(withMachine ? { tout: '1' } : {}), apres: next })}`}>
              Les lignes d’avant
            </a>
          </p>
        )}
      </>
    ),
  });
}

function happened(line: TimelineAnswer['items'][number]): Happened {
  const texts = 'texts' in line ? line.texts : [];
  const text = texts.map(({ label, text: written }) => `${label} : ${written}`).join(' · ');
  return {
    ...{ key: line.id, date: civilDate(line.date), sentence: line.sentence },
    machine: 'machine' in line && line.machine,
    ...(text === '' ? {} : { text }),
  };
}
