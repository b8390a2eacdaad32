import { configuration } from '../startup/configuration.js';
import { readClock } from '../clock/clock.js';
import { formatFrench, yearOf } from '../domain/kernel/civil-date.js';
import { campaignOf, type CampaignLine } from '../scheduled/campaign.js';
import { command, openHouse } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { numbersAndTexts } from './options.js';

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
  const { number } = numbersAndTexts(process.argv.slice(2), { year: yearOf(today) }, []);
  const { year, lines } = await campaignOf(source, book, number('year'));
  await source.destroy();
  console.log(`Campagne ${year} : ${lines.length} pôle(s). Rien n’est écrit.`);
  for (const line of lines) console.log(sentences(line).join('\n'));
});
