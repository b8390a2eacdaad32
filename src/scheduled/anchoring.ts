import {
  anchorOf,
  digestOfAnchor,
  headsOf,
  SETTINGS_HEAD,
  type OutsideAnchor,
} from '../record/journal/outside-anchor.js';
import { settleTasks, type Task } from '../record/reminders/tasks.js';
import { headsNow } from '../record/upkeep/anchored-heads.js';
import type { Anchoring } from './anchor-file.js';
import type { Job } from './job.js';

const [REWRITTEN, UNSENT] = ['chain-rewritten', 'anchor-unsent'];

/** The heads of all the chains, signed and kept outside the database; what no longer goes through them asks for a person. */
export const anchoring: Job = {
  name: 'anchoring',
  label: 'Ancrage hors de la base des têtes de tous les journaux',
  when: { every: 'day', hour: 3, minute: 30 },
  catchUp: '1 day',
  isControl: true,
  run: async ({ source, now, anchoring: outside }) => {
    if (!outside) return { anchored: 0 };
    const anchors = await outside.file.read();
    const { heads, broken } = await headsNow(source.manager, headsOf(anchors));
    const anchor = anchorOf(heads, anchors, now, outside.file.key);
    await outside.file.append(anchor);
    const unsent = await told(outside, anchor);
    const tasks = [...broken.map(rewritten), ...(unsent === undefined ? [] : [unsentTask(unsent)])];
    await settleTasks(source.manager, [REWRITTEN, UNSENT], tasks, now);
    return { anchored: anchor.count, moved: Object.keys(anchor.moved).length, rewritten: broken.length };
  },
};

const rewritten = (id: string): Task => ({
  ...{ kind: REWRITTEN, about: id, pole: id === SETTINGS_HEAD ? null : id },
  detail: 'Le journal ne passe plus par ce qui en fut ancré hors de la base : « npm run verify-journal » dit où.',
});

const unsentTask = (answer: string): Task => ({
  ...{ kind: UNSENT, about: UNSENT },
  detail: `L’ancre du jour n’a pas pu être envoyée par courriel (${answer}) ; elle est dans son fichier.`,
});

/** Tells an anchor by mail, where that is asked; answers why it could not be. */
async function told({ file: { mail: to }, post }: Anchoring, anchor: OutsideAnchor): Promise<string | undefined> {
  if (to === undefined) return undefined;
  if (!post) return 'aucun serveur de courrier';
  const lines = [
    `Ancre des journaux de Jalon, prise le ${anchor.at}.`,
    `Journaux ancrés : ${anchor.count}, dont ${Object.keys(anchor.moved).length} ont avancé depuis la précédente.`,
    `Empreinte des têtes : ${anchor.heads}`,
    `Empreinte de l’ancre : ${digestOfAnchor(anchor)}`,
    `Clé : ${anchor.key}`,
    `Signature : ${anchor.signature}`,
    'Gardez ce message : il prouve ce que les journaux disaient ce jour-là.',
  ];
  const subject = `Ancre des journaux de Jalon, ${anchor.at.slice(0, 10)}`;
  return post({ id: `anchor.${digestOfAnchor(anchor).slice(0, 32)}`, to, subject, lines, date: anchor.at });
}
