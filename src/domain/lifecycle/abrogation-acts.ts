import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import { award as grant } from '../dossier/parties.js';
import { exerciseOf, openedYears } from '../funded-year/exercise.js';
import { leftAtEnd } from './cycles.js';
import type { Founded } from './ending-acts.js';
import { wrongGrounds } from './grounds.js';
import { heardOn } from './hearings.js';
import { conventionOnly, heardBefore, isLast, type Deliberated } from './withdrawal-acts.js';
import { cited } from '../reglement/references.js';

export interface Abrogation extends Founded, Deliberated {
  /** From when the grant no longer holds. */
  readonly from: CivilDate;
}

/** Refuses an abrogation for the past, or beyond the year that runs. */
function wrongDayOfEffect(doing: ActContext<Abrogation, 'award'>): Refusal | undefined {
  const { payload, date } = doing;
  const past = notBefore(payload.from, date, 'la décision : une abrogation ne vaut que pour l’avenir', {
    ...{ source: cited(doing, 'abrogation'), pointer: '/from' },
  });
  const year = openedYears(doing.state, doing.subject.award).at(-1)?.year ?? 1;
  const { to } = exerciseOf(grant(doing), year);
  if (past || payload.from <= to) return past;
  return refuse(
    'abrogation-too-far',
    `L’abrogation prend effet au plus tard le ${formatFrench(to)}, fin de l’exercice en cours.`,
    {
      pointer: '/from',
    },
  );
}

export const abrogateGrant = defineAct<Abrogation, 'award'>({
  name: 'abrogate-grant',
  gravity: 'ending',
  capability: 'lifecycle',
  machine: 'award',
  label: 'Abroger la subvention pour l’avenir',
  subject: 'award',
  path: '/conventions/:awardId/grant-abrogations',
  roles: ['manager'],
  from: ['in-force'],
  to: ['in-force'],
  leads: { lifecycle: ['abrogated'] },
  emits: ['grant-abrogated'],
  gates: [
    conventionOnly,
    absolute('running-convention', situation =>
      isLast(situation)
        ? undefined
        : refuse('convention-not-running', 'Une autre convention court déjà : celle-ci ne s’abroge plus.'),
    ),
    heardBefore('abrogation'),
  ],
  decide: doing => {
    const { payload, subject, state } = doing;
    const { grounds, from, deliberation, reason } = payload;
    const refusal = firstRefusal(wrongGrounds(grounds, doing), wrongDayOfEffect(doing));
    if (refusal) return refusal;
    const hearing = heardOn(doing, subject.award, { matter: 'abrogation', grounds });
    if ('code' in hearing) return hearing;
    const data = { award: subject.award, from, grounds, deliberation, hearing: hearing.event, ...leftAtEnd(state) };
    return [{ type: 'grant-abrogated', data, private: { reason } }];
  },
});
