import { parseEuros } from '../../domain/kernel/cents.js';
import { civilDate, formatFrench, formatWithWeekday, type CivilDate } from '../../domain/kernel/civil-date.js';
import { capitalised } from '../../domain/kernel/french.js';
import type { DeskAnswer, DeskLineAnswer } from '../../obligations/desk-answers.js';
import type { Page } from '../frame/page.js';
import { Fold } from '../kit/folds.js';
import { Columns, PageTitle, Section } from '../kit/layout.js';
import { Empty, Rows } from '../kit/lists.js';
import { Strip } from '../kit/strip.js';
import { Late, Tag } from '../kit/tags.js';
import { euros, NearDay, ShortDay, Under } from '../kit/words.js';
import { WorkList, type Work } from '../kit/worklist.js';
import { RequestLines } from './request-lines.js';

const LATER = 'later';
/** How many things that others owe are shown before the rest is folded. */
const FIRST_OF_OTHERS = 6;

/** What someone must do, by urgency; what others owe them; what they are to decide. */
export function deskPage({ today, sections, owedByOthers, toDecide }: DeskAnswer): Page {
  const day = civilDate(today);
  const late = sections.find(({ urgency }) => urgency === 'late')?.count ?? 0;
  const now = sections.filter(({ urgency, count }) => urgency !== LATER && count > 0);
  return {
    title: late > 0 ? `Mon bureau : ${late} en retard` : 'Mon bureau',
    under: '/',
    content: (
      <>
        <PageTitle title="Mon bureau" lead={capitalised(formatWithWeekday(day))} />
        <Strip
          counts={[
            ...sections
              .filter(({ urgency }) => urgency !== LATER)
              .map(({ urgency, label, count }) => ({
                ...{ count, label: label.toLocaleLowerCase('fr'), href: `#${urgency}`, late: urgency === 'late' },
              })),
            { count: toDecide.count, label: 'à trancher', href: '#trancher' },
            { count: owedByOthers.count, label: 'dus par d’autres', href: '#autres' },
          ]}
        />
        <Columns>
          <div>
            {now.length === 0 && <Calm sections={sections} />}
            {sections
              .filter(({ urgency }) => urgency !== LATER)
              .map(({ urgency, label, count, items }) =>
                count === 0 ? (
                  <span key={urgency} id={urgency} />
                ) : (
                  <Section key={urgency} id={urgency} title={label} count={count}>
                    <WorkList
                      caption={`${label}, le plus ancien d’abord`}
                      works={items.map(line => workOf(line, day))}
                    />
                  </Section>
                ),
              )}
            <Later sections={sections} today={day} />
          </div>
          <div>
            <Section id="trancher" title="À trancher" count={toDecide.count}>
              {toDecide.count === 0 ? (
                <Empty>Aucune demande n’attend votre décision.</Empty>
              ) : (
                <RequestLines requests={toDecide.items} today={day} />
              )}
            </Section>
            <Others owed={owedByOthers} today={day} />
          </div>
        </Columns>
      </>
    ),
  };
}

/** The act first, its object in it; then the pôle, its carrier, what it frees. */
function workOf(line: DeskLineAnswer, today: CivilDate): Work {
  const { id, label, pole, carrier, amount, frees, due, daysLate } = line;
  return {
    act: label,
    href: `/poles/${pole.id}/echeances/${id}`,
    about: [
      pole.name,
      carrier?.name === pole.name ? null : carrier?.name,
      frees === null ? null : `débloque ${euros(parseEuros(frees))}`,
    ]
      .filter(Boolean)
      .join(' · '),
    ...(amount === null ? {} : { amount: parseEuros(amount) }),
    day: due === null ? 'sans terme' : <DueDay due={civilDate(due)} today={today} />,
    ...(daysLate > 0
      ? { state: <Late days={daysLate} /> }
      : due === today
        ? { state: <Tag state="soon">Aujourd’hui</Tag> }
        : {}),
  };
}

const DueDay = ({ due, today }: { readonly due: CivilDate; readonly today: CivilDate }) =>
  due > today ? <NearDay date={due} today={today} /> : <ShortDay date={due} today={today} />;

type Sections = DeskAnswer['sections'];

/** Nothing is asked: what comes next, and when. */
function Calm({ sections }: { readonly sections: Sections }) {
  const [next] = sections.flatMap(({ items }) => items).filter(({ due }) => due !== null);
  return (
    <Empty>
      <p>
        <strong>Rien ne vous est demandé cette semaine.</strong>
      </p>
      {next !== undefined && next.due !== null && (
        <p>
          La prochaine échéance est le {formatFrench(civilDate(next.due))} : {next.label} ({next.pole.name}).
        </p>
      )}
    </Empty>
  );
}

function Later({ sections, today }: { readonly sections: Sections; readonly today: CivilDate }) {
  const later = sections.find(({ urgency }) => urgency === LATER);
  if (later === undefined || later.count === 0) return null;
  return (
    <section class="j-part">
      <Fold summary={later.label} count={later.count}>
        <WorkList
          caption={`${later.label}, le plus proche d’abord`}
          works={later.items.map(line => workOf(line, today))}
        />
      </Fold>
    </section>
  );
}

function Others({ owed, today }: { readonly owed: DeskAnswer['owedByOthers']; readonly today: CivilDate }) {
  const lines = owed.items.map(({ id, label, pole, from, fromName, due, daysLate }) => (
    <div key={id}>
      <a href={`/poles/${pole.id}/echeances/${id}`}>{label}</a>
      <Under>
        {pole.name} · {fromName ?? from.label} ·{' '}
        {due === null ? 'sans terme' : <ShortDay date={civilDate(due)} today={today} />}
      </Under>
      {daysLate > 0 && <Late days={daysLate} />}
    </div>
  ));
  return (
    <Section id="autres" title="Dus par d’autres" count={owed.count}>
      {owed.count === 0 ? (
        <Empty>Personne ne vous doit rien dans les trente jours.</Empty>
      ) : (
        <Rows>{lines.slice(0, FIRST_OF_OTHERS)}</Rows>
      )}
      {lines.length > FIRST_OF_OTHERS && (
        <Fold summary="Les autres" count={lines.length - FIRST_OF_OTHERS}>
          <Rows>{lines.slice(FIRST_OF_OTHERS)}</Rows>
        </Fold>
      )}
    </Section>
  );
}
