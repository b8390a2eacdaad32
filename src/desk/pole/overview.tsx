import { counted } from '../../domain/kernel/french.js';
import { runningConvention, conventionAward } from '../../domain/dossier/stage.js';
import type { Award } from '../../domain/award/slice.js';
import { addDays } from '../../domain/kernel/civil-date.js';
import { addCents, ZERO, type Cents } from '../../domain/kernel/cents.js';
import { yearKey } from '../../domain/funded-year/years-slice.js';
import type { Obligation } from '../../domain/obligations/slice.js';
import type { PolePersonAnswer } from '../../poles/people-answers.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { ButtonLink } from '../kit/buttons.js';
import { Details } from '../kit/folds.js';
import { Columns, Section } from '../kit/layout.js';
import { Empty, Rows, Summary } from '../kit/lists.js';
import { Path } from '../kit/path.js';
import { Table } from '../kit/table.js';
import { Day, euros, HeldEuros, Span, Under } from '../kit/words.js';
import { AwaitedTable, owedIn } from './awaited.js';
import { statesOf } from './asking.js';
import { answers, isOwedBy } from './answering.js';
import { Blocked, Reasons } from './blocked.js';
import { CHARGE_WORDS } from './people-page.js';
import { roomPage } from './frame.js';
import { lifePath } from './life-path.js';
import { heldInstalments, moneyByYear, type YearMoney } from './money.js';
import { byTheme, closedFor, offersOn, type Offer } from './offers.js';

/** How many things that are awaited are shown before the room of them all. */
const FIRST = 3;
/** How many open acts are listed; beyond, each is found at what it bears on. */
const MOST_ACTS = 12;
/** What is due within so many days may be the one act of the page. */
const SOON_DAYS = 90;

/** The page of a pôle: where it stands, what blocks it, what is awaited, its money, and what its reader can do. */
export function overviewPage(pole: SeenPole, people: readonly PolePersonAnswer[]): Page {
  const [offers, owed, held] = [offersOn(pole), owedIn(pole), heldInstalments(pole)];
  const soon = addDays(pole.today, SOON_DAYS);
  const theirs = owed.filter(
    ({ debtor, due }) => due !== null && due <= soon && pole.actors.some(actor => isOwedBy(debtor, actor)),
  );
  const first = offers.find(({ act, open }) => open && theirs.some(({ kind }) => answers(kind, act)));
  return roomPage({
    pole,
    room: '',
    states: statesOf({ owed, held, today: pole.today }),
    ...(first ? { acts: <ButtonLink href={first.href}>{first.label}</ButtonLink> } : {}),
    children: (
      <>
        <h2 class="govuk-visually-hidden">Le parcours</h2>
        <Path steps={lifePath(pole.seen, pole.today)} />
        <Columns>
          <div>
            <Blocked pole={pole} held={held} offers={offers} />
            <Awaited pole={pole} owed={owed} />
            <Money years={moneyByYear(pole, held)} />
          </div>
          <div>
            <Acts pole={pole} offers={offers} />
            <Convention pole={pole} />
            <InCharge pole={pole} people={people} />
          </div>
        </Columns>
      </>
    ),
  });
}

function Awaited({ pole, owed }: { readonly pole: SeenPole; readonly owed: readonly Obligation[] }) {
  return (
    <Section
      id="attendu"
      title="Ce qui est attendu"
      count={owed.length > FIRST ? `${FIRST} sur ${owed.length}` : owed.length}
    >
      <AwaitedTable pole={pole} owed={owed.slice(0, FIRST)} />
      {owed.length > FIRST && (
        <p class="j-small j-noprint">
          <a href={`/poles/${pole.dossier.id}/echeances`}>Les {owed.length} échéances ouvertes</a>
        </p>
      )}
    </Section>
  );
}

const total = (years: readonly YearMoney[], of: (year: YearMoney) => Cents) => addCents(ZERO, ...years.map(of));

function Money({ years }: { readonly years: readonly YearMoney[] }) {
  if (years.length === 0) return null;
  const column = (head: string, of: (year: YearMoney) => Cents) => ({
    head,
    label: head,
    numeric: true,
    cell: (year: YearMoney) => euros(of(year)),
    foot: euros(total(years, of)),
  });
  return (
    <Section id="argent" title="L’argent">
      <Table
        kind="money"
        caption="Montants par exercice, en euros"
        rows={years}
        keyOf={({ award, year }) => yearKey(award, year)}
        columns={[
          {
            head: 'Exercice',
            cell: ({ year, exercise }) => (
              <>
                Exercice {year}
                <Under>
                  <Span from={exercise.from} to={exercise.to} />
                </Under>
              </>
            ),
            foot: 'Ensemble',
          },
          column('Prévu', ({ planned }) => planned),
          column('Liquidé', ({ liquidated }) => liquidated),
          column('Payé', ({ paid }) => paid),
          {
            ...column('Retenu', ({ held }) => held),
            cell: ({ held }: YearMoney) => <HeldEuros amount={held} />,
            foot: <HeldEuros amount={total(years, ({ held }) => held)} />,
          },
          column('Reste à payer', ({ left }) => left),
        ]}
      />
    </Section>
  );
}

function Acts({ pole, offers }: { readonly pole: SeenPole; readonly offers: readonly Offer[] }) {
  const open = offers.filter(offer => offer.open);
  const closed = closedFor(pole, offers);
  return (
    <Section id="faire" title="Ce que vous pouvez faire" screenOnly>
      {open.length === 0 && <Empty>Rien ne vous est demandé, et rien ne vous est ouvert à ce jour.</Empty>}
      {byTheme(open.slice(0, MOST_ACTS)).map(({ theme, acts }) => (
        <div key={theme}>
          <h3>{theme}</h3>
          <ActLinks acts={acts} />
        </div>
      ))}
      {open.length > MOST_ACTS && (
        <Details summary={`${open.length - MOST_ACTS} autres actes ouverts`}>
          <ActLinks acts={open.slice(MOST_ACTS)} />
        </Details>
      )}
      {closed.length > 0 && (
        <Details summary="Pourquoi ne puis-je pas faire autre chose ?">
          <Rows>
            {closed.map(({ href, label, reasons }) => (
              <div key={href}>
                <strong>{label}</strong>
                <Reasons faults={reasons} offers={offers} />
              </div>
            ))}
          </Rows>
        </Details>
      )}
    </Section>
  );
}

function ActLinks({ acts }: { readonly acts: readonly Offer[] }) {
  return (
    <Rows>
      {acts.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </Rows>
  );
}

function Convention({ pole: { seen, rules } }: { readonly pole: SeenPole }) {
  const convention = runningConvention(seen) ?? conventionAward(seen);
  const reglement = { label: 'Règlement', value: rules.reglement.label };
  return (
    <Section id="convention" title={convention ? 'La convention' : 'Le règlement'}>
      <Summary facts={[...(convention ? conventionFacts(convention) : []), reglement]} />
    </Section>
  );
}

/** Whom to call: those in charge of it, and the way to all the others. */
function InCharge({ pole, people }: { readonly pole: SeenPole; readonly people: readonly PolePersonAnswer[] }) {
  const facts = people.flatMap(({ inCharge, name, phone }) =>
    inCharge === null ? [] : [{ label: CHARGE_WORDS[inCharge], value: [name, phone].filter(Boolean).join(', ') }],
  );
  return (
    <Section id="personnes" title="Qui est qui">
      {facts.length === 0 ? <Empty>Personne n’est chargé de ce pôle en particulier.</Empty> : <Summary facts={facts} />}
      <p class="j-small j-noprint">
        <a href={`/poles/${pole.dossier.id}/personnes`}>Les {people.length} personnes de ce pôle</a>
      </p>
    </Section>
  );
}

function conventionFacts({ vote, period, granted, years }: Award) {
  return [
    ...(vote
      ? [
          {
            label: 'Délibération',
            value: (
              <>
                {vote.number} du <Day date={vote.on} />
              </>
            ),
          },
        ]
      : []),
    {
      label: 'Durée',
      value: (
        <>
          <Span from={period.from} to={period.to} /> ({counted(years, 'exercice')})
        </>
      ),
    },
    ...(granted === null ? [] : [{ label: 'Accordé', value: euros(granted) }]),
  ];
}
