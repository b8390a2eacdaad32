import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { RequestListAnswer } from '../../obligations/desk-answers.js';
import type { Page } from '../frame/page.js';
import { PageTitle, Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { RequestLines } from './request-lines.js';

/** What is asked of someone's roles: more time, an amendment. */
export function requestsPage({ count, items }: RequestListAnswer, today: CivilDate): Page {
  return {
    title: `Demandes à trancher : ${count}`,
    under: '/demandes',
    content: (
      <>
        <PageTitle title="Demandes à trancher" />
        <Section id="demandes" title="Ce qui est demandé" count={count}>
          {count === 0 ? (
            <Empty>Aucune demande n’attend votre décision.</Empty>
          ) : (
            <RequestLines requests={items} today={today} />
          )}
        </Section>
      </>
    ),
  };
}
