import type { ActOfferedAnswer } from '../../api/answers/dossier.js';
import { parseEuros } from '../../domain/kernel/cents.js';
import { civilDate } from '../../domain/kernel/civil-date.js';
import { instant, parisDate } from '../../domain/kernel/paris.js';
import type { ObligationAnswer } from '../../obligations/answers.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import { noticeStateLabel } from '../../reminders/notice-words.js';
import type { Page } from '../frame/page.js';
import { ButtonLink } from '../kit/buttons.js';
import { Columns, Section } from '../kit/layout.js';
import { Empty, Rows, Summary } from '../kit/lists.js';
import { Tag } from '../kit/tags.js';
import { Day, euros, ShortDay, Span } from '../kit/words.js';
import { Reasons } from './blocked.js';
import { roomPage } from './frame.js';
import { offersOn, type Offer } from './offers.js';
import { nameOf } from './parties.js';

const STATES = {
  open: { word: 'Attendue', tag: 'wait' },
  done: { word: 'Tenue', tag: 'ok' },
  withdrawn: { word: 'Sans objet', tag: 'idle' },
  waived: { word: 'Dispensée', tag: 'idle' },
} as const;

/** Something owed: by whom, until when, why, what was said of it and will be, and what its reader can do. */
export function obligationPage(pole: SeenPole, owed: ObligationAnswer): Page {
  const offers = offersOn(pole);
  const acts = owed.acts.flatMap(act => offerOf(act, offers));
  const first = acts.find(({ open }) => open);
  return roomPage({
    pole,
    room: '/echeances',
    title: owed.label,
    ...(first ? { acts: <ButtonLink href={first.href}>{first.label}</ButtonLink> } : {}),
    children: (
      <Columns>
        <div>
          <Section id="quoi" title="Ce qui est attendu">
            <Summary facts={factsOf(owed, pole)} />
          </Section>
          <History owed={owed} pole={pole} />
          <Reminders owed={owed} pole={pole} />
        </div>
        <div>
          <Section id="faire" title="Ce que vous pouvez faire" screenOnly>
            {acts.length === 0 ? (
              <Empty>Rien ne vous est demandé ici.</Empty>
            ) : (
              <Rows>{acts.map(offer => actLine(offer, acts))}</Rows>
            )}
          </Section>
        </div>
      </Columns>
    ),
  });
}

const offerOf = ({ href, act }: ActOfferedAnswer, offers: readonly Offer[]) =>
  offers.filter(offer => offer.route === href && offer.act === act);

function actLine({ href, label, open, reasons }: Offer, offers: readonly Offer[]) {
  if (open) return <a href={href}>{label}</a>;
  return (
    <>
      <strong>{label}</strong>
      <Reasons faults={reasons} offers={offers} />
    </>
  );
}

function factsOf(owed: ObligationAnswer, { names, today }: SeenPole) {
  const { debtor, creditor, due, source, state, object, waitsFor, extension, trigger, dueDates, period } = owed;
  const { word, tag } = STATES[state];
  const line = (label: string, value: unknown, shown: boolean) => (shown ? [{ label, value: value as string }] : []);
  return [
    { label: 'État', value: owed.late ? <Tag state="late">En retard</Tag> : <Tag state={tag}>{word}</Tag> },
    { label: 'De qui', value: nameOf(debtor, names) },
    ...(creditor ? [{ label: 'Pour', value: nameOf(creditor, names) }] : []),
    { label: 'Au plus tard', value: due === null ? 'sans terme à ce jour' : <Day date={civilDate(due)} /> },
    ...(object?.instalment ? [{ label: 'Montant prévu', value: euros(parseEuros(object.instalment.amount)) }] : []),
    ...(period ? [{ label: 'Exercice', value: <Span from={civilDate(period.from)} to={civilDate(period.to)} /> }] : []),
    ...(waitsFor ? [{ label: 'Attend d’abord', value: `${waitsFor.label} (${nameOf(waitsFor.from, names)})` }] : []),
    ...line('À la suite de', trigger && `${trigger.label}, ${trigger.when}`, trigger !== null),
    ...(extension.asked === null
      ? []
      : [
          {
            label: 'Délai demandé',
            value: (
              <>
                jusqu’au <Day date={civilDate(extension.asked)} />
              </>
            ),
          },
        ]),
    ...(extension.granted === null
      ? []
      : [
          {
            label: 'Délai accordé',
            value: (
              <>
                jusqu’au <Day date={civilDate(extension.granted)} />
              </>
            ),
          },
        ]),
    ...(dueDates.length < 2
      ? []
      : [
          {
            label: 'Dates d’avant',
            value: (
              <Rows>
                {dueDates
                  .slice(0, -1)
                  .map(({ due: before }) =>
                    before === null ? 'sans terme' : <ShortDay date={civilDate(before)} today={today} />,
                  )}
              </Rows>
            ),
          },
        ]),
    { label: 'En vertu de', value: source },
  ];
}

function History({ owed, pole }: { readonly owed: ObligationAnswer; readonly pole: SeenPole }) {
  const told = owed.history.filter(({ texts }) => texts.length > 0);
  if (told.length === 0) return null;
  return (
    <Section id="ecrit" title="Ce qui a été écrit">
      <Rows>
        {told.map(({ id, date, label, texts }) => (
          <div key={id}>
            <ShortDay date={civilDate(date)} today={pole.today} /> · {label}
            {texts.map(({ name, label: what, text }) => (
              <p key={name} class="j-quote">
                {what} : « {text} »
              </p>
            ))}
          </div>
        ))}
      </Rows>
    </Section>
  );
}

/** Rungs that leave on one day are one message for each. */
function byDay(toCome: ObligationAnswer['toCome']) {
  const days = [...new Set(toCome.map(({ leavesOn }) => leavesOn))];
  return days.map(leavesOn => ({
    leavesOn,
    recipients: toCome.filter(rung => rung.leavesOn === leavesOn).flatMap(({ recipients }) => recipients),
  }));
}

function Reminders({
  owed: { notices, toCome },
  pole: { names, today },
}: {
  readonly owed: ObligationAnswer;
  readonly pole: SeenPole;
}) {
  if (notices.length + toCome.length === 0) return null;
  return (
    <Section id="rappels" title="Rappels" count={notices.length + toCome.length}>
      <Rows>
        {[
          ...notices.map(({ plannedFor, label, state, reasonLabel }) => (
            <>
              <ShortDay date={parisDate(instant(plannedFor))} today={today} /> · {label ?? 'personne'} :{' '}
              {noticeStateLabel(state)}
              {reasonLabel !== null && `, ${reasonLabel}`}
            </>
          )),
          ...byDay(toCome).map(({ leavesOn, recipients }) => (
            <span class="j-quiet">
              <ShortDay date={civilDate(leavesOn)} today={today} /> · à venir :{' '}
              {[...new Set(recipients.map(party => nameOf(party, names)))].join(', ')}
            </span>
          )),
        ]}
      </Rows>
    </Section>
  );
}
