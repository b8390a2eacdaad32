import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { inForceOn } from '../award/slice.js';
import { byTerm, each, nothing, type ExpectationContext, type Nothing } from '../dossier/expectation.js';
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

function hiringStart(owedBy: ExpectationContext<'post'>): CivilDate | null {
  const post: Post | undefined = owedBy.state.posts[owedBy.parts.post];
  return latestOf(post?.vacantSince, bound(owedBy));
}

export const recruitmentExpectations = {
  'post-opening': each('post').owed<Nothing>({
    capability: 'recruitment',
    label: "Ouverture d'un poste de chargé·e de mission",
    debtor: employer,
    due: owedBy => byTerm(owedBy.rules, 'post-opening', bound(owedBy)),
    whenDue: 'remind',
    acts: ['open-post'],
    metBy: { 'post-opened': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
  hiring: each('post', 'round').owed<Nothing>({
    capability: 'recruitment',
    label: 'Recrutement du ou de la chargé·e de mission',
    debtor: employer,
    due: owedBy => byTerm(owedBy.rules, 'hiring', hiringStart(owedBy)),
    whenDue: 'escalate',
    acts: ['fill-post'],
    metBy: { 'post-filled': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
  vacancy: each('post', 'round').possible<Nothing>({
    capability: 'recruitment',
    label: 'Vacance du poste',
    acts: ['vacate-post'],
    metBy: { 'post-vacated': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
  'post-end': each('post').possible<Nothing>({
    capability: 'recruitment',
    label: 'Suppression du poste',
    acts: ['end-post'],
    metBy: { 'post-ended': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
};
