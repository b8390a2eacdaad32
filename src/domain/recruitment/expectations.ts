import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { rulesOf } from '../award/ruled.js';
import { inForceOn, type Award } from '../award/slice.js';
import { byTerm, each, nothing, type ExpectationContext, type Nothing } from '../dossier/expectation.js';
import { conventionsOf, runningConvention } from '../dossier/stage.js';
import type { Party } from '../dossier/roles.js';
import type { Rules } from '../reglement/reglement.js';
import type { Post } from './slice.js';
import { ascending } from '../kernel/ordering.js';

/** Who hires: the body that the convention binds now. */
const employer = ({ state }: ExpectationContext): Party => {
  const body = runningConvention(state)?.applicant;
  return { role: 'carrier', ...(body ? { body } : {}) };
};

/** The first convention in force, for which the posts are owed. A renewal moves nothing that is owed already. */
function binding({ state }: ExpectationContext): { readonly since: CivilDate; readonly of: Award } | undefined {
  return conventionsOf(state)
    .flatMap(of => {
      const since = inForceOn(of);
      return since === null ? [] : [{ since, of }];
    })
    .sort(ascending(({ since }) => since))[0];
}

const bound = (owedBy: ExpectationContext): CivilDate | null => binding(owedBy)?.since ?? null;
/** The posts are owed by the règlement of that convention. */
const rulesOfPosts = (owedBy: ExpectationContext): Rules => rulesOf(owedBy.rules, binding(owedBy)?.of);

function hiringStart(owedBy: ExpectationContext<'post'>): CivilDate | null {
  const post: Post | undefined = owedBy.state.posts[owedBy.parts.post];
  return latestOf(post?.vacantSince, bound(owedBy));
}

export const recruitmentExpectations = {
  'post-opening': each('post').owed<Nothing>({
    capability: 'recruitment',
    label: "Ouverture d'un poste de chargé·e de mission",
    debtor: employer,
    due: owedBy => byTerm(rulesOfPosts(owedBy), 'post-opening', bound(owedBy)),
    whenDue: 'remind',
    acts: ['open-post'],
    metBy: { 'post-opened': ({ data }) => ({ parts: data, fact: nothing }) },
  }),
  hiring: each('post', 'round').owed<Nothing>({
    capability: 'recruitment',
    label: 'Recrutement du ou de la chargé·e de mission',
    debtor: employer,
    due: owedBy => byTerm(rulesOfPosts(owedBy), 'hiring', hiringStart(owedBy)),
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
