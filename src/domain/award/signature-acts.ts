import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import { isAlive } from '../lifecycle/slice.js';
import { blockedByJudge } from './court.js';
import type { SigningParty } from './events.js';
import { executoryOn, isInForce } from './slice.js';
import { cited } from '../reglement/references.js';

export interface Signature {
  readonly party: SigningParty;
  /** SHA-256 of the text that was signed. */
  readonly textHash: string;
  readonly signatory: string;
  readonly capacity: string;
  /** By which delegation someone signs for the president of the Région. */
  readonly delegation?: { readonly reference: string; readonly from: CivilDate; readonly to?: CivilDate };
}

const executory = absolute<'award'>('executory', situation =>
  executoryOn(award(situation)) === null
    ? refuse('not-executory', "La délibération n'est pas exécutoire : elle doit être transmise, puis notifiée.", {
        source: cited(situation, 'executory'),
        liftedBy: award(situation).transmittedOn === null ? 'transmit-deliberation' : 'notify-grant',
      })
    : undefined,
);

/** At the end of a dossier, only a grant that was in force is still paid, and may still lack its convention. */
export const stillPaid = absolute<'award'>('still-paid', situation =>
  isAlive(situation.state.lifecycle.status) || isInForce(award(situation))
    ? undefined
    : refuse('dossier-ended', 'Le dossier a pris fin : cette décision ne donnera plus lieu à convention.'),
);

function wrongSignature(doing: ActContext<Signature, 'award'>): Refusal | undefined {
  const of = award(doing);
  const { party, textHash } = doing.payload;
  const already = party === 'carrier' ? of.carrierSignedOn : of.regionSignedOn;
  if (already !== null) return refuse('already-done', 'Cette partie a déjà signé.', { pointer: '/party' });
  if (doing.actor.role === 'carrier' && party === 'region')
    return refuse('wrong-party', 'La structure porteuse ne signe que pour elle-même.', { pointer: '/party' });
  if (textHash !== of.vote?.textHash)
    return refuse(
      'text-differs',
      'Le texte signé n’est pas celui qui a été voté : une modification passe par un avenant voté.',
      {
        source: cited(doing, 'frozen-conditions'),
        pointer: '/textHash',
        absolute: true,
      },
    );
  return undefined;
}

function regionSignsTooEarly(doing: ActContext<Signature, 'award'>): Refusal | undefined {
  if (doing.payload.party === 'carrier') return undefined;
  const refusal = executory.check(doing);
  return refusal
    ? { ...refusal, pointer: '/date' }
    : notBefore(doing.date, executoryOn(award(doing)), 'le caractère exécutoire de la délibération', {
        source: cited(doing, 'executory'),
        absolute: true,
      });
}

/** Who signs for the president does it within the dates of their delegation. */
function wrongSignatory(doing: ActContext<Signature, 'award'>): Refusal | undefined {
  const { payload, date } = doing;
  const { party, delegation } = payload;
  if (!delegation) return undefined;
  if (party === 'carrier')
    return refuse('wrong-party', 'Une délégation de signature est celle du président de la Région.', {
      pointer: '/delegation',
    });
  const { reference, from, to } = delegation;
  if (from <= date && (to === undefined || date <= to)) return undefined;
  const until = to === undefined ? '' : ` au ${formatFrench(to)}`;
  return refuse(
    'delegation-out-of-dates',
    `La délégation de signature ${reference} vaut à partir du ${formatFrench(from)}${until} : elle ne permet pas de signer le ${formatFrench(date)}.`,
    {
      source: cited(doing, 'signature-delegation'),
      ...{ pointer: '/delegation', absolute: true },
    },
  );
}

/** Nobody signs a text that does not exist: it was frozen on the agenda, or by the vote that amended it. */
function signsBeforeText(doing: ActContext<Signature, 'award'>): Refusal | undefined {
  const { agenda, vote } = award(doing);
  const frozenOn = vote?.outcome === 'amended' ? vote.on : (agenda?.enteredOn ?? vote?.on ?? null);
  return notBefore(doing.date, frozenOn, 'le jour où le texte a été arrêté');
}

export const signConvention = defineAct<Signature, 'award'>({
  name: 'sign-convention',
  gravity: 'signature',
  capability: 'award',
  label: 'Signer la convention',
  subject: 'award',
  path: '/conventions/:awardId/signatures',
  roles: ['carrier', 'instructor'],
  party: 'applicant',
  from: ['adopted', 'executory', 'in-force', 'ended'],
  to: ['adopted', 'executory', 'in-force', 'ended'],
  emits: ['convention-signed', 'award-document-attached'],
  carries: 'signature',
  afterEnd: 'until-closed',
  gates: [stillPaid],
  decide: doing => {
    const { party, textHash, signatory, capacity, delegation: given } = doing.payload;
    const delegation = given ? { ...given, to: given.to ?? null } : null;
    return (
      firstRefusal(
        wrongSignature(doing),
        wrongSignatory(doing),
        blockedByJudge(award(doing), doing.rules, doing.date),
        regionSignsTooEarly(doing),
        signsBeforeText(doing),
      ) ?? [
        {
          type: 'convention-signed',
          data: { award: award(doing).id, party, textHash, delegation },
          private: { signatory, capacity },
        },
      ]
    );
  },
});
