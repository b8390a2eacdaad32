import { expectationOf } from '../../domain/dossier/expectations.js';

/** Whether an act answers what is owed of a kind. */
export const answers = (kind: string, act: string): boolean => expectationOf(kind).acts.includes(act);
