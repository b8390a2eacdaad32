import { writeFile } from 'node:fs/promises';
import { projectFile } from '../startup/project-file.js';
import { bundleWorkflows } from '../temporal/bundle.js';
import { runCampaign } from '../faults/campaign.js';
import { runMailKills } from '../faults/mail-kills.js';
import { FAULTS } from '../faults/faults.js';
import { numbersAndTexts, refuseOption } from './options.js';

const RECOVERY_MS = 10_000;

const options = numbersAndTexts(
  process.argv.slice(2),
  { rounds: 20, seed: 1, poles: 8, years: 2, outage: 3000, 'mail-kills': 0 },
  [...['json', 'only']],
);
const [rounds, seed, poles, years] = ['rounds', 'seed', 'poles', 'years'].map(name => options.number(name)) as [
  number,
  number,
  number,
  number,
];
if (rounds < 1 || poles < 1 || years < 1 || years > 3) refuseOption('--rounds et --poles vont de 1, --years de 1 à 3.');

const only = options.text('only') ?? '';
const faults = Object.keys(FAULTS).filter(name => name.includes(only));
if (faults.length === 0)
  refuseOption(`--only : aucune faute ne s’appelle ainsi. Il y a : ${Object.keys(FAULTS).join(' ; ')}.`);

const bundle = projectFile('dist', 'workflow-bundle.js');
await bundleWorkflows(bundle);
const kills = options.number('mail-kills');
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
        ...{ rounds, seed, poles, years, faults, bundle, outageMs: options.number('outage') },
        recoveryMs: RECOVERY_MS,
        onRound: (round, fault) => console.error(`${round}/${rounds} ${fault}`),
      });
const file = options.text('json');
if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.table('faults' in report ? report.faults : report.moments);
console.log(JSON.stringify({ ...report, breachList: report.breachList.slice(0, 20) }, null, 2));
process.exit(report.breaches === 0 ? 0 : 1);
