import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { inForceOn } from '../award/slice.js';
import { nothing, byTerm, owed, possible, type ExpectationContext, type Nothing } from '../dossier/expectation.js';
import { conventionsOf, runningConvention } from '../dossier/stage.js';
import type { Party } from '../dossier/roles.js';
import type { Post } from './slice.js';

/** Who hires: the body that the convention binds now. */
const employer = ({ state }: ExpectationContext): Party => {
  const body = runningConvention(state)?.applicant;
  return { role: 'carrier', ...(body ? { body } : {}) };
};

/** Since when the posts are owed: the first convention in force. A renewal moves nothing that is owed already. */
const bound = ({ state }: ExpectationContext): CivilDate | null =>
  conventionsOf(state)
    .flatMap(convention => inForceOn(convention) ?? [])
    .sort()[0] ?? null;

function hiringStart(owedBy: ExpectationContext): CivilDate | null {
  const post: Post | undefined = owedBy.state.posts[owedBy.instance.split('/')[0] ?? ''];
  return latestOf(post?.vacantSince, bound(owedBy));
}

export const recruitmentExpectations = {
  'post-opening': owed<Nothing>({
    capability: 'recruitment',
    label: "Ouverture d'un poste de chargé·e de mission",
    debtor: employer,
    due: owedBy => byTerm(owedBy.rules, 'post-opening', bound(owedBy)),
    whenDue: 'remind',
    acts: ['open-post'],
    metBy: { 'post-opened': ({ data }) => ({ instance: String(data.post), fact: nothing }) },
  }),
  hiring: owed<Nothing>({
    capability: 'recruitment',
    label: 'Recrutement du ou de la chargé·e de mission',
    debtor: employer,
    due: owedBy => byTerm(owedBy.rules, 'hiring', hiringStart(owedBy)),
    whenDue: 'escalate',
    acts: ['fill-post'],
    metBy: { 'post-filled': ({ data }) => ({ instance: `${data.post}/${data.round}`, fact: nothing }) },
  }),
  vacancy: possible<Nothing>({
    capability: 'recruitment',
    label: 'Vacance du poste',
    acts: ['vacate-post'],
    metBy: { 'post-vacated': ({ data }) => ({ instance: `${data.post}/${data.round}`, fact: nothing }) },
  }),
  'post-end': possible<Nothing>({
    capability: 'recruitment',
    label: 'Suppression du poste',
    acts: ['end-post'],
    metBy: { 'post-ended': ({ data }) => ({ instance: String(data.post), fact: nothing }) },
  }),
};
