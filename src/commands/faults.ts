import { writeFile } from 'node:fs/promises';
import { projectFile } from '../startup/project-file.js';
import { bundleWorkflows } from '../temporal/bundle.js';
import { runCampaign } from '../faults/campaign.js';
import { runMailKills } from '../faults/mail-kills.js';
import { FAULTS } from '../faults/faults.js';
import { commandLine, refuseOption } from './options.js';

const RECOVERY_MS = 10_000;

const options = commandLine({
  run: 'npm run faults',
  does: 'Frappe les parties d’une maison à elle, où vivent des pôles, puis contrôle réponses et courriers.',
  options: {
    rounds: { number: 20, says: 'Le nombre de fautes.' },
    seed: { number: 1, says: 'La graine du hasard.' },
    poles: { number: 8, says: 'Le nombre de pôles.' },
    years: { number: 2, says: 'Les années de chaque convention, de 1 à 3.' },
    outage: { number: 3000, says: 'La plus longue panne, en millisecondes.' },
    'mail-kills': { number: 0, says: 'Tue autant de fois qui envoie les courriers, au lieu des fautes.' },
    only: { text: 'MOTS', says: 'Les fautes dont le nom contient ces mots.' },
    json: { text: 'FICHIER', says: 'Y écrit le compte rendu.' },
  },
});
const [rounds, seed] = [options.value('rounds'), options.value('seed')];
const [poles, years] = [options.value('poles'), options.value('years')];
if (rounds < 1 || poles < 1 || years < 1 || years > 3) refuseOption('--rounds et --poles vont de 1, --years de 1 à 3.');

const only = options.value('only') ?? '';
const faults = Object.keys(FAULTS).filter(name => name.includes(only));
if (faults.length === 0)
  refuseOption(`--only : aucune faute ne s’appelle ainsi. Il y a : ${Object.keys(FAULTS).join(' ; ')}.`);

const bundle = projectFile('dist', 'workflow-bundle.js');
await bundleWorkflows(bundle);
const kills = options.value('mail-kills');
const report =
  kills > 0
    ? await runMailKills({
        kills,
        seed,
        bundle,
        alone: true,
        onKill: (kill, moment) => console.error(`${kill}/${kills} ${moment}`),
      })
    : await runCampaign({
        ...{ rounds, seed, poles, years, faults, bundle, outageMs: options.value('outage') },
        recoveryMs: RECOVERY_MS,
        onRound: (round, fault) => console.error(`${round}/${rounds} ${fault}`),
      });
const file = options.value('json');
if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.table('faults' in report ? report.faults : report.moments);
console.log(JSON.stringify({ ...report, breachList: report.breachList.slice(0, 20) }, null, 2));
process.exit(report.breaches === 0 ? 0 : 1);
