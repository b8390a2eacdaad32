import { counted } from '../../domain/kernel/french.js';
import type { CampaignSheetAnswer } from '../../funded-year/answers.js';
import { addCents } from '../../domain/kernel/cents.js';
import { daysBetween, type CivilDate } from '../../domain/kernel/civil-date.js';
import { instant, parisDate } from '../../domain/kernel/paris.js';
import type { Page } from '../frame/page.js';
import { Icon } from '../kit/icons.js';
import { Bar, PageTitle } from '../kit/layout.js';
import { Empty, Rows } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { Late } from '../kit/tags.js';
import { Day, euros, ShortDay, Under, Unseen } from '../kit/words.js';
import { campaignOfPoles, type CampaignOfPole, type CampaignThing } from './campaign-lines.js';
import { withoutDates } from './without-dates.js';

const addressOf = (year: number) => `/campagnes/${year}`;

/** What the Région has to do in a year, pôle by pôle, with what is done already ticked. */
export function campaignPage(sheet: CampaignSheetAnswer): Page {
  const today = parisDate(instant(sheet.at));
  const poles = campaignOfPoles(sheet, today);
  return {
    title: `Campagne ${sheet.year}`,
    under: '/campagnes',
    content: (
      <>
        <PageTitle title={`Campagne ${sheet.year}`} lead={<Lead sheet={sheet} />} />
        {poles.length === 0 ? (
          <Empty>Aucun pôle n’a d’exercice, de compte rendu ni de versement cette année-là.</Empty>
        ) : (
          <Sheet poles={poles} today={today} year={sheet.year} />
        )}
      </>
    ),
  };
}

function Lead({ sheet: { year, made } }: { readonly sheet: CampaignSheetAnswer }) {
  return (
    <>
      <a href={addressOf(year - 1)}>Campagne {year - 1}</a> · <a href={addressOf(year + 1)}>Campagne {year + 1}</a>
      <Under>
        {made === null ? (
          'La feuille s’établit le 4 janvier ; voici ce qu’elle dirait aujourd’hui.'
        ) : (
          <>
            Feuille établie le <Day date={parisDate(instant(made.at))} /> ; ce qui n’est plus à faire est coché.
          </>
        )}
      </Under>
    </>
  );
}

interface SheetProps {
  readonly poles: readonly CampaignOfPole[];
  readonly today: CivilDate;
  readonly year: number;
}

function Sheet({ poles, today, year }: SheetProps) {
  const left = (of: (pole: CampaignOfPole) => readonly CampaignThing[]) =>
    poles.flatMap(of).filter(({ over }) => !over).length;
  const things = (head: string, of: (pole: CampaignOfPole) => readonly CampaignThing[]) => ({
    ...{ head, label: head, cell: (pole: CampaignOfPole) => <Things things={of(pole)} today={today} /> },
    foot: `${left(of)} à faire`,
  });
  return (
    <>
      <Bar acts={<a href={`${addressOf(year)}.csv`}>Télécharger en CSV</a>}>
        <strong>{counted(poles.length, 'pôle')}</strong>, {euros(addCents(...poles.map(({ toPay }) => toPay)))} à verser
      </Bar>
      <Table<CampaignOfPole>
        caption={`Ce que l’année ${year} demande, pôle par pôle`}
        rows={poles}
        keyOf={({ pole }) => pole}
        columns={[
          { head: 'Pôle', cell: ({ pole, name }) => <a href={`/poles/${pole}`}>{name}</a>, foot: 'Ensemble' },
          things('Exercices qui s’ouvrent', ({ opens }) => opens),
          things('Comptes rendus', ({ reports }) => reports),
          things('Versements', ({ payments }) => payments),
          {
            ...{ head: 'À verser', label: 'À verser', numeric: true, cell: ({ toPay }) => euros(toPay) },
            foot: euros(addCents(...poles.map(({ toPay }) => toPay))),
          },
        ]}
      />
    </>
  );
}

function Things({ things, today }: { readonly things: readonly CampaignThing[]; readonly today: CivilDate }) {
  if (things.length === 0) return null;
  return (
    <Rows>
      {things.map(thing => (
        <Thing key={thing.key} thing={thing} today={today} />
      ))}
    </Rows>
  );
}

function Thing({ thing: { label, on, amount, state, over }, today }: { thing: CampaignThing; today: CivilDate }) {
  const about = [state?.toLocaleLowerCase('fr'), amount === null ? undefined : euros(amount)]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      {over && (
        <span class="j-done">
          <Icon name="tick" />
          <Unseen>Fait : </Unseen>
        </span>
      )}
      {withoutDates(label)}
      {about !== '' && <Under>{about}</Under>}
      {on !== null && (
        <Under>
          le <ShortDay date={on} />
        </Under>
      )}
      {!over && on !== null && on < today && <Late days={daysBetween(on, today)} />}
    </>
  );
}
