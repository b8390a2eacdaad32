import { writeFile } from 'node:fs/promises';
import { configuration } from '../startup/configuration.js';
import { expectationOf, splitKey } from '../domain/dossier/expectations.js';
import { isUuid } from '../domain/kernel/ids.js';
import { StartupError } from '../startup/startup-error.js';
import { storyRows } from '../record/story-rows.js';
import { lazyClient } from '../temporal/connection.js';
import { PageTurning, pullsBack, type PageChange } from '../temporal/page-turning.js';
import { pollersOf } from '../temporal/pollers.js';
import { Stories } from '../temporal/stories.js';
import { StoryList } from '../temporal/story-list.js';
import { buildOf, buildOfCode } from '../temporal/build.js';
import { codeOf, workflowsFrom } from '../temporal/worker.js';
import { command, openDatabase } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine, refuseOption } from './options.js';

const line = commandLine({
  run: 'npm run stories',
  does: 'Dit où en est chaque récit et pourquoi l’un est en peine ; ou déploie un récit changé.',
  argument: { name: 'turn-page', says: 'Tourne la page des récits : chacun est raconté à nouveau depuis son journal.' },
  options: {
    pole: { text: 'PÔLE', says: 'Un seul pôle, par son identifiant.' },
    behind: { flag: true, says: 'Ceux qui sont en peine seulement.' },
    'dry-run': { flag: true, says: 'Ne tourne rien : dit ce que chaque récit attendrait.' },
    drained: { flag: true, says: 'Les anciens moteurs sont arrêtés : n’attend pas qu’ils se taisent.' },
    json: { text: 'FICHIER', says: 'Y écrit la liste.' },
  },
});
const [word, pole, dryRun] = [line.argument, line.value('pole'), line.value('dry-run')];
if (word !== undefined && word !== 'turn-page') refuseOption(`« ${word} » : seul turn-page est connu.`);
if (pole !== undefined && !isUuid(pole)) refuseOption('--pole attend l’identifiant d’un pôle.');

await command(async () => {
  const settings = configuration(houseEnvironment());
  const source = await openDatabase(settings);
  const client = lazyClient(settings.temporal);
  const list = new StoryList(source, client, settings.temporal);
  const pages = new PageTurning(source, client, new Stories(client, settings.temporal));
  try {
    if (word === undefined) await show();
    else await turnPages();
  } finally {
    await client.connection.close();
    await source.destroy();
  }

  async function show(): Promise<void> {
    const all = await list.read(pole);
    const shown = line.value('behind') ? all.filter(({ trouble }) => trouble !== null) : all;
    const file = line.value('json');
    if (file !== undefined) await writeFile(file, `${JSON.stringify(shown, null, 2)}\n`);
    console.table(
      shown.map(story => ({
        pôle: story.id,
        nom: story.name,
        étape: story.stage,
        faits: story.version,
        entendus: story.seenVersion,
        'prochaine alarme': story.nextAlarm ?? '—',
        passée: story.alarmPassed ? 'oui' : 'non',
        trouble: story.trouble ?? '',
      })),
    );
    const troubled = all.filter(({ trouble }) => trouble !== null).length;
    console.log(`${all.length} récits, ${troubled} en peine.`);
    if (troubled > 0) process.exitCode = 1;
  }

  async function turnPages(): Promise<void> {
    const rows = (await storyRows(source.manager, pole)).filter(({ setAside }) => setAside === null);
    if (!dryRun) await refuseOldWorkers();
    for (const { id } of rows) {
      const change = await pages.foresee(id);
      const outcome = dryRun ? 'à tourner' : await pages.turn(id);
      console.log(
        `${id} : ${outcome === 'over' ? 'achevé, laissé' : outcome === 'turned' ? 'page tournée' : outcome}${saidOf(change)}`,
      );
    }
  }

  async function refuseOldWorkers(): Promise<void> {
    const ownBuild = buildOfCode(await codeOf(workflowsFrom(settings.workflowBundle)));
    const otherPollers = (await pollersOf(client, settings.temporal)).filter(
      identity => buildOf(identity) !== ownBuild,
    );
    if (otherPollers.length > 0 && !line.value('drained'))
      throw new StartupError(
        `Un autre récit est encore conté (${otherPollers.join(', ')}) : arrêtez ces moteurs, puis attendez une minute ou ajoutez --drained.`,
      );
  }
});

function saidOf(change: PageChange): string {
  const named = (keys: readonly string[]) =>
    keys.map(key => `${expectationOf(splitKey(key).kind).label} (${key})`).join(', ');
  const { opened, withdrawn } = change;
  if (opened.length + withdrawn.length === 0) return '';
  const summary = [
    ...(opened.length > 0 ? [`attendrait ${named(opened)}`] : []),
    ...(withdrawn.length > 0 ? [`n’attendrait plus ${named(withdrawn)}`] : []),
  ].join(' ; ');
  return pullsBack(change)
    ? ` — RAMENÉ EN ARRIÈRE : ${summary}. Marquer l’étape sans objet (mark-step-not-applicable) si elle ne le concerne pas.`
    : ` — ${summary}`;
}
