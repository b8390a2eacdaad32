/** What the pieces that may be asked for are called in French, by their codes: the same for every règlement. */
export type PieceLabels = Readonly<Record<string, string>>;

const isNamed = (labels: PieceLabels, piece: string) => Object.hasOwn(labels, piece);

/** Pieces as a person is told of them; one that the house does not know, by its code. */
export function namedPieces(labels: PieceLabels, pieces: readonly string[]): string {
  return pieces.map(piece => (isNamed(labels, piece) ? labels[piece] : piece)).join(', ');
}

interface AsksForPieces {
  readonly id: string;
  readonly pieces: Readonly<Record<string, readonly string[]>>;
}

/** The pieces that a règlement asks for and that have no name in French, a sentence each. */
export function pieceFaults({ id, pieces }: AsksForPieces, labels: PieceLabels): readonly string[] {
  const unnamed = new Set(Object.values(pieces).flatMap(list => list.filter(piece => !isNamed(labels, piece))));
  return [...unnamed].map(piece => `Règlement ${id} : la pièce « ${piece} » n'a pas de nom dans data/pieces.json`);
}
