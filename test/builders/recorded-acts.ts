import { randomUUID } from 'node:crypto';
import { documentsNamed } from '../../src/domain/documents/deposits.js';
import type { Actor, Role } from '../../src/domain/dossier/roles.js';
import { noteDeposit } from '../../src/record/documents.js';
import { recordAct, type ActRequest, type Recorded } from '../../src/record/record-act.js';
import type { BareHouse } from '../rig/bare-house.js';
import { holdsOnly } from './rights.js';
import { subjectOf, type Named } from './subjects.js';

/** An act on a dossier by someone whose role is known. */
export interface Acting extends Omit<ActRequest, 'account' | 'dossier' | 'key' | 'subject'> {
  readonly actor: Actor;
  readonly subject: Named;
  /** Absent for the act that creates the dossier. */
  readonly poleId?: string;
  readonly key?: string;
}

/** Does an act on a real house as someone who holds that role, and no other under the same account. */
export async function recordedAct(house: BareHouse, { actor, poleId, subject, ...request }: Acting): Promise<Recorded> {
  const { account, role, bodies, pays } = actor;
  await holdsOnly(house.source.manager, account, [{ role: role as Role, bodies, pays }]);
  if (poleId !== undefined) await deposited(house, poleId, request.payload);
  return recordAct(house.context, {
    ...{ key: randomUUID(), account, ...request, subject: subjectOf(request.act, subject) },
    ...(poleId === undefined ? {} : { dossier: { pole: poleId } }),
  });
}

/** The files that someone names are in the dossier. */
async function deposited({ source }: BareHouse, poleId: string, payload: object): Promise<void> {
  for (const { hash } of documentsNamed(payload)) {
    const file = { name: 'document.pdf', extension: 'pdf', size: 1, account: 'porteur-demo' };
    await noteDeposit(source.manager, poleId, { hash, ...file, depositedAt: '2026-02-02T08:00:00Z' });
  }
}
