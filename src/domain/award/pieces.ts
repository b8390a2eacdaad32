import { absolute } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import { refuse } from '../kernel/refusal.js';
import { namedPieces } from '../reglement/pieces.js';
import type { Reglement } from '../reglement/reglement.js';
import type { Award } from './slice.js';
import { cited } from '../reglement/references.js';

/**
 * The pieces that the règlement asks for of a request: those of a study, of a convention; of a year of a convention or of
 * an amendment none, unless it names them (what the Région holds is not asked for again).
 */
function requiredPieces({ kind }: Pick<Award, 'kind'>, { pieces }: Reglement): readonly string[] {
  const list = { study: 'study-grant-request', convention: 'grant-request', year: 'year-grant-request' } as const;
  return kind === 'amendment' ? [] : (pieces[list[kind]] ?? []);
}

/** Those that a request lacks: neither received, nor held by another administration (CRPA art. L113-13, L114-8). */
export function missingPieces(
  of: Pick<Award, 'kind' | 'pieces' | 'knownPieces'>,
  reglement: Reglement,
): readonly string[] {
  return requiredPieces(of, reglement).filter(piece => ![...of.pieces, ...of.knownPieces].includes(piece));
}

/** A request is instructed once each piece is received, or was demanded and the demand is over. */
export const piecesAsked = absolute<'award'>('pieces-asked', situation => {
  const { pieceLabels, reglement } = situation.rules;
  const of = award(situation);
  const asked = of.demands.flatMap(({ pieces }) => pieces);
  const left = missingPieces(of, reglement).filter(piece => !asked.includes(piece));
  if (left.length === 0) return undefined;
  return refuse(
    'pieces-missing',
    `Il manque des pièces, qui n'ont pas été demandées : ${namedPieces(pieceLabels, left)}.`,
    {
      source: [cited(situation, 'missing-pieces'), reglement.label].filter(text => text !== undefined).join(' ; '),
      liftedBy: 'demand-pieces',
    },
  );
});
