import { configuration } from '../startup/configuration.js';
import { readClock } from '../clock/clock.js';
import { formatFrench, yearOf } from '../domain/kernel/civil-date.js';
import { campaignOf, type CampaignLine } from '../scheduled/campaign.js';
import { command, openHouse } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

const line = commandLine({
  run: 'npm run campaign',
  does: 'La feuille d’une année : ce qui s’ouvre, ce qui est attendu, ce qui est à payer. N’écrit rien.',
  options: { year: { number: 'l’année de l’horloge', says: 'L’année de la campagne.' } },
});

const sentences = ({ name, pole, opens, reports, payments, mandatingStops }: CampaignLine) => [
  `${name} (${pole})`,
  ...opens.map(({ year, on }) => `  exercice ${year} : s’ouvre le ${formatFrench(on)}`),
  ...reports.map(
    ({ label, exercise, due }) =>
      `  attendu : ${label} ${formatFrench(exercise.from)} – ${formatFrench(exercise.to)}${due === null ? '' : `, avant le ${formatFrench(due)} inclus`}`,
  ),
  ...payments.map(
    ({ year, number, label, amount }) => `  versement ${number} de l’exercice ${year} (${label}) : ${amount} €`,
  ),
  `  mandatement jusqu’au ${formatFrench(mandatingStops)} inclus`,
];

await command(async () => {
  const { source, book } = await openHouse(configuration(houseEnvironment()));
  const { today } = await readClock(source.manager);
  const { year, lines } = await campaignOf(source, book, line.value('year') ?? yearOf(today));
  await source.destroy();
  console.log(`Campagne ${year} : ${lines.length} pôle(s). Rien n’est écrit.`);
  for (const pole of lines) console.log(sentences(pole).join('\n'));
});
