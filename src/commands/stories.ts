import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pole: { type: 'string' },
    behind: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    drained: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

await command(async () => {
  const [word] = positionals;
  if (word !== undefined && word !== 'turn-page') throw new StartupError(`« ${word} » : seul turn-page est connu.`);
  if (values.pole !== undefined && !isUuid(values.pole))
    throw new StartupError('--pole attend l’identifiant d’un pôle.');
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
    const all = await list.read(values.pole);
    const shown = values.behind ? all.filter(({ trouble }) => trouble !== null) : all;
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(shown, null, 2)}\n`);
    console.table(
      shown.map(one => ({
        pôle: one.id,
        nom: one.name,
        étape: one.stage,
        faits: one.version,
        entendus: one.seenVersion,
        'prochaine alarme': one.nextAlarm ?? '—',
        passée: one.alarmPassed ? 'oui' : 'non',
        trouble: one.trouble ?? '',
      })),
    );
    const troubled = all.filter(({ trouble }) => trouble !== null).length;
    console.log(`${all.length} récits, ${troubled} en peine.`);
    if (troubled > 0) process.exitCode = 1;
  }

  async function turnPages(): Promise<void> {
    const rows = (await storyRows(source.manager, values.pole)).filter(({ setAside }) => setAside === null);
    if (!values['dry-run']) await refuseOldWorkers();
    for (const { id } of rows) {
      const change = await pages.foresee(id);
      const told = values['dry-run'] ? 'à tourner' : await pages.turn(id);
      console.log(
        `${id} : ${told === 'over' ? 'achevé, laissé' : told === 'turned' ? 'page tournée' : told}${saidOf(change)}`,
      );
    }
  }

  async function refuseOldWorkers(): Promise<void> {
    const mine = buildOfCode(await codeOf(workflowsFrom(settings.workflowBundle)));
    const others = (await pollersOf(client, settings.temporal)).filter(identity => buildOf(identity) !== mine);
    if (others.length > 0 && !values.drained)
      throw new StartupError(
        `Un autre récit est encore conté (${others.join(', ')}) : arrêtez ces moteurs, puis attendez une minute ou ajoutez --drained.`,
      );
  }
});

function saidOf(change: PageChange): string {
  const named = (keys: readonly string[]) =>
    keys.map(key => `${expectationOf(splitKey(key).kind).label} (${key})`).join(', ');
  const { opened, withdrawn } = change;
  if (opened.length + withdrawn.length === 0) return '';
  const said = [
    ...(opened.length > 0 ? [`attendrait ${named(opened)}`] : []),
    ...(withdrawn.length > 0 ? [`n’attendrait plus ${named(withdrawn)}`] : []),
  ].join(' ; ');
  return pullsBack(change)
    ? ` — RAMENÉ EN ARRIÈRE : ${said}. Marquer l’étape sans objet (mark-step-not-applicable) si elle ne le concerne pas.`
    : ` — ${said}`;
}
