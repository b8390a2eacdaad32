import { configuration } from '../startup/configuration.js';
import { breachSentence } from '../record/journal/chain-check.js';
import { quarantinedDossiers, watchJournal } from '../record/upkeep/quarantine.js';
import { settingsFaults } from '../record/settings/settings-check.js';
import { anchorFaults } from '../record/journal/outside-anchor.js';
import { rewrittenChains } from '../record/upkeep/anchored-heads.js';
import { keptAnchors } from '../scheduled/anchor-file.js';
import { command, openDatabase } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run verify-journal',
  does: 'Contrôle la chaîne de chaque dossier et celle des réglages, les tient contre leurs ancres, et met de côté le dossier altéré.',
});

await command(async () => {
  const settings = configuration(houseEnvironment());
  const source = await openDatabase(settings);
  const { breaches, quarantined, released } = await watchJournal(source);
  const anchors = settings.anchor && (await keptAnchors(settings.anchor));
  const outside = anchors
    ? [...anchorFaults(anchors.anchors, anchors.key), ...(await rewrittenChains(source.manager, anchors.anchors))]
    : [];
  const inside = await settingsFaults(source.manager);
  const aside = await quarantinedDossiers(source.manager);
  await source.destroy();
  const faults = [...breaches.map(breachSentence), ...inside, ...outside];
  for (const fault of faults) console.error(fault);
  console.log(anchors ? `Ancres tenues contre le journal : ${anchors.anchors.length}.` : 'Aucune ancre n’est gardée.');
  for (const id of quarantined) console.error(`${id} : mis de côté ; il se lit, mais ne reçoit plus d'acte.`);
  for (const id of released) console.log(`${id} : entier de nouveau, il reçoit les actes.`);
  console.log(
    faults.length === 0
      ? 'Le journal est entier.'
      : `${faults.length} rupture(s), ${aside.length} dossier(s) mis de côté.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
});
