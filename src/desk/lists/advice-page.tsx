import { counted } from '../../domain/kernel/french.js';
import type { AdviceAsked, AdviceGiven, AdviceOf } from '../../obligations/advice-list.js';
import { daysBetween, type CivilDate } from '../../domain/kernel/civil-date.js';
import { actAddress } from '../forms/addresses.js';
import type { Page } from '../frame/page.js';
import { PageTitle, Quote, Section } from '../kit/layout.js';
import { ListInPlace, NextPage } from '../kit/in-place.js';
import { Empty, Rows } from '../kit/lists.js';
import { Late, Tag } from '../kit/tags.js';
import { ShortDay, Under } from '../kit/words.js';
import { addressOf } from './query.js';
import { WorkList, type Work } from '../kit/worklist.js';

const PATH = '/avis';

/** What a council or the CRESS is asked to say, what they said, and what became of it. */
export function advicePage({ today, asked, given, count, next }: AdviceOf): Page {
  return {
    title: asked.length === 0 ? 'Avis et notes' : `Avis et notes : ${asked.length} à rendre`,
    under: PATH,
    enhanced: next !== null,
    content: (
      <>
        <PageTitle
          title="Avis et notes"
          lead="Ce qui vous est demandé, ce que vous avez rendu et ce qu’il en est advenu."
        />
        <ListInPlace said={`${counted(given.length, 'avis ou note rendue', 'avis et notes rendus')} sur cette page`}>
          <Section id="demandes" title="À rendre" count={asked.length}>
            {asked.length === 0 ? (
              <Empty>Aucun avis ni aucune note ne vous est demandé.</Empty>
            ) : (
              <WorkList
                caption="Les avis et notes à rendre, le plus ancien d’abord"
                works={asked.map(line => workOf(line, today))}
              />
            )}
          </Section>
          <Section id="rendus" title="Rendus" count={count}>
            {given.length === 0 ? (
              <Empty>Vos avis et vos notes se liront ici, avec ce qu’il en advient.</Empty>
            ) : (
              <Rows>{given.map(line => givenLine(line, today))}</Rows>
            )}
            {next !== null && (
              <NextPage href={addressOf(PATH, {}, { after: next })}>Les avis et notes d’avant</NextPage>
            )}
          </Section>
        </ListInPlace>
      </>
    ),
  };
}

/** The act leads to its form; its delay, to what is owed. */
function workOf({ act, subject, label, due, optional, obligation, pole }: AdviceAsked, today: CivilDate): Work {
  return {
    act: label,
    href: actAddress(act, pole.id, subject),
    about: (
      <>
        {pole.name} ·{' '}
        <a href={`/poles/${pole.id}/echeances/${obligation}`}>
          Voir l’échéance
          <span class="govuk-visually-hidden">
            {' '}
            : {label}, {pole.name}
          </span>
        </a>
      </>
    ),
    day: due === null ? 'sans terme' : <Until due={due} optional={optional} today={today} />,
    ...stateOf(due, today),
  };
}

const Until = ({ due, optional, today }: { due: CivilDate; optional: boolean; today: CivilDate }) => (
  <>
    {optional && 'avis possible jusqu’au '}
    <ShortDay date={due} today={today} />
  </>
);

function stateOf(due: CivilDate | null, today: CivilDate) {
  if (due === null || due > today) return {};
  return { state: due < today ? <Late days={daysBetween(due, today)} /> : <Tag state="soon">Aujourd’hui</Tag> };
}

const givenLine = ({ id, label, pole, on, text, fate }: AdviceGiven, today: CivilDate) => (
  <div key={id}>
    {label}, <a href={`/poles/${pole.id}`}>{pole.name}</a>
    <Under>
      rendu le <ShortDay date={on} today={today} /> · {fate}
    </Under>
    {text !== null && <Quote>{text}</Quote>}
  </div>
);
