import { breachSentence, type Breach } from '../record/journal/chain-check.js';
import { DOSSIER_FAULTS } from '../record/upkeep/dossier-check.js';
import { controlDossiers } from '../record/upkeep/night.js';
import { settleTasks } from '../record/reminders/tasks.js';
import { settingsFaults } from '../record/settings/settings-check.js';
import { countsOf, tasksOf } from './open-findings.js';
import type { Job } from './job.js';

const PREFIX = 'dossier';
const CHAIN = 'chain';
const SETTINGS = 'settings';
const KINDS = [CHAIN, SETTINGS, ...DOSSIER_FAULTS.map(kind => `${PREFIX}-${kind}`)];

/** Each dossier, one after the other, is held against its own journal and against what its story should await. */
export const dossiers: Job = {
  name: 'dossiers',
  label: 'Contrôle de chaque dossier contre son journal, et de la chaîne de celui-ci et des réglages',
  when: { every: 'day', hour: 3, minute: 0 },
  catchUp: '1 day',
  isControl: true,
  run: async ({ source, book, now }) => {
    const night = await controlDossiers(source, book, now);
    const settings = await settingsFaults(source.manager);
    const tasks = [...night.breaches.map(altered), ...tasksOf(PREFIX, night.faults), ...settingsTasks(settings)];
    await settleTasks(source.manager, KINDS, tasks, now);
    const { breaches, quarantined, released } = night;
    return {
      ...{ dossiers: night.dossiers, opened: night.opened, breaches: breaches.length, settings: settings.length },
      ...{ quarantined: quarantined.length, released: released.length, found: countsOf(night.faults) },
    };
  },
};

const altered = (breach: Breach) => ({
  ...{ kind: CHAIN, about: breach.pole, pole: breach.pole, detail: breachSentence(breach) },
});

/** One task for the stream as a whole, whatever the number of its faults. */
const settingsTasks = (faults: readonly string[]) =>
  faults.length === 0 ? [] : [{ kind: SETTINGS, about: SETTINGS, detail: `${faults.join(' ; ')}.` }];
