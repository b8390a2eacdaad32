import { CARRIED, STANDING, type Control } from './control.js';

const CGCT = 'CGCT art. L4141-1 : caractère exécutoire par la transmission';
const LAW_2000 = 'Loi n° 2000-321 art. 10 et décret n° 2001-495 : convention au-delà de 23 000 €';
const DAY_OF = (type: string, more = '') =>
  `(SELECT min(f.date) FROM fact f WHERE f.type = '${type}' AND f.data->>'award' = c.award ${more})`;

/** The order of a grant: voted, transmitted, notified, signed, and only then paid. */
export const orderControls: readonly Control[] = [
  {
    invariant: 1,
    name: 'rien n’est payé avant le vote, la transmission et la notification de la décision',
    source: CGCT,
    sql: `WITH ${STANDING}, ${CARRIED} SELECT p.id AS culprit FROM fact p LEFT JOIN carried c ON c.award = p.data->>'award'
      WHERE p.type = 'payment-ordered' AND (c.voted_on IS NULL OR c.voted_on > p.date
        OR coalesce(${DAY_OF('deliberation-transmitted')}, 'infinity') > p.date
        OR coalesce(${DAY_OF('grant-notified')}, 'infinity') > p.date)`,
  },
  {
    invariant: 1,
    name: 'rien n’est payé avant que la convention requise soit signée des deux et notifiée',
    source: LAW_2000,
    sql: `WITH ${STANDING}, ${CARRIED} SELECT p.id AS culprit FROM fact p JOIN carried c ON c.award = p.data->>'award'
      WHERE p.type = 'payment-ordered' AND c.convention_required AND (
        coalesce(${DAY_OF('convention-signed', "AND f.data->>'party' = 'carrier'")}, 'infinity') > p.date
        OR coalesce(${DAY_OF('convention-signed', "AND f.data->>'party' = 'region'")}, 'infinity') > p.date
        OR coalesce(${DAY_OF('convention-notified')}, 'infinity') > p.date)`,
  },
  {
    invariant: 2,
    name: 'la délibération est transmise après son vote, et notifiée une fois exécutoire',
    source: CGCT,
    sql: `WITH ${STANDING}, ${CARRIED} SELECT c.award AS culprit FROM carried c
      WHERE ${DAY_OF('deliberation-transmitted')} < c.voted_on
        OR ${DAY_OF('grant-notified')} < ${DAY_OF('deliberation-transmitted')}
        OR (${DAY_OF('grant-notified')} IS NOT NULL AND ${DAY_OF('deliberation-transmitted')} IS NULL)`,
  },
  {
    invariant: 2,
    name: 'la Région signe après le caractère exécutoire, et la convention se notifie une fois signée',
    source: CGCT,
    sql: `WITH ${STANDING}, ${CARRIED} SELECT c.award AS culprit FROM carried c
      WHERE ${DAY_OF('convention-signed', "AND f.data->>'party' = 'region'")} < coalesce(${DAY_OF('deliberation-transmitted')}, 'infinity')
        OR ${DAY_OF('convention-notified')} < (SELECT coalesce(max(f.date), 'infinity') FROM fact f
             WHERE f.type = 'convention-signed' AND f.data->>'award' = c.award)`,
  },
  {
    invariant: 3,
    name: 'le texte signé est le texte voté',
    source: "CE 5 juillet 2010 n° 308615 : conditions fixées au plus tard à la date de l'octroi",
    sql: `WITH ${STANDING}, ${CARRIED} SELECT s.id AS culprit FROM fact s LEFT JOIN carried c ON c.award = s.data->>'award'
      WHERE s.type = 'convention-signed' AND s.data->>'textHash' IS DISTINCT FROM c.text_hash`,
  },
  {
    invariant: 3,
    name: 'ce qui change après le vote change par un avenant voté lui aussi',
    source: "CE 5 juillet 2010 n° 308615 : conditions fixées au plus tard à la date de l'octroi",
    sql: `WITH ${STANDING}, ${CARRIED} SELECT a.id AS culprit FROM fact a
      LEFT JOIN carried c ON c.award = a.data->>'amendment'
      WHERE a.type = 'convention-amended' AND (c.voted_on IS NULL OR c.voted_on > a.date)`,
  },
];
