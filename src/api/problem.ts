/** One fault of a request: where, why, from which source, and the act that lifts it. */
export interface Fault {
  readonly code: string;
  readonly detail: string;
  readonly pointer?: string;
  readonly source?: string;
  readonly liftedBy?: { readonly act: string; readonly label: string };
}

/** RFC 9457. `type` is stable; `title` and `detail` are in French. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly Fault[];
  readonly [extension: string]: unknown;
}

/** A problem on its way to the person who asked. */
export class ProblemException extends Error {
  constructor(
    readonly body: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(body.detail);
    this.name = 'ProblemException';
  }
}

/** Builds a problem with its stable type `urn:jalon:probleme:<code>`. */
export function problem(code: string, status: number, title: string, detail: string, more: object = {}): Problem {
  return { type: `urn:jalon:probleme:${code}`, title, status, detail, ...more };
}
