/** Why something is refused: a stable code, a French sentence, its legal or contractual source, what lifts it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly source?: string;
  /** The act that lifts it. */
  readonly liftedBy?: string;
  /** JSON pointer to the field at fault. */
  readonly pointer?: string;
  /** Whether nobody may override it. */
  readonly absolute?: boolean;
}

export function refuse(code: string, message: string, extra: Omit<Refusal, 'code' | 'message'> = {}): Refusal {
  return { code, message, ...extra };
}
