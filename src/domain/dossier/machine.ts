import type { Capability, GateContext, MachineName } from './act.js';

/** The states of a capability, or of one of its parts, as the table of acts names them. */
export interface Machine {
  readonly name: MachineName;
  readonly capability: Capability;
  readonly label: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, string>>;
  /** States to which the story leads, and no act by itself. */
  readonly byTheStory?: readonly string[];
  readonly current: (situation: Pick<GateContext, 'state' | 'subject'>) => string | undefined;
}
