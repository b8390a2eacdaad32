interface Props {
  readonly pole: { readonly id: string; readonly name: string };
  /** Whether the reader may open dossiers. */
  readonly opensPoles: boolean;
}

/** A pôle by its name, which leads to it for who may open it. */
export const PoleNamed = ({ pole: { id, name }, opensPoles }: Props) =>
  opensPoles ? <a href={`/poles/${id}`}>{name}</a> : <>{name}</>;
