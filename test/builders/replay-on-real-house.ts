import { readDossier } from '../../src/record/dossiers.js';
import { readEvents } from '../../src/record/journal/journal.js';
import type { BareHouse } from '../rig/bare-house.js';
import { recordedAct } from './recorded-acts.js';
import type { DossierBuilder, Done } from './dossier.js';
import { declareAwaited, stepHouse } from './declare-awaited.js';

/** Carries out, on a real house, what was done to a dossier in memory; answers its pôle. */
export async function carryOut(house: BareHouse, built: DossierBuilder): Promise<string> {
  const names = new Map<string, string>();
  let poleId: string | undefined;
  for (const done of built.done) {
    await stepHouse(house, done.on);
    poleId = await carry(house, poleId, { ...done, payload: numbered(done, built.id) }, names);
    await declareAwaited(house, poleId);
    await learnNames(house, poleId, built, names);
  }
  if (poleId === undefined) throw new Error('Rien à mener.');
  return poleId;
}

/** Each session of a dossier has its own délibération: those of others are of other days, with other figures. */
function numbered({ act, payload, date }: Done, id: string): object {
  const { number } = payload as { readonly number?: string };
  return act === 'record-vote' ? { ...payload, number: `${number}_${id.slice(0, 8)}_${date}` } : payload;
}

async function carry(
  house: BareHouse,
  poleId: string | undefined,
  { act, payload, subject, actor, date }: Done,
  names: ReadonlyMap<string, string>,
): Promise<string> {
  const content = renamed({ subject, payload }, names) as Pick<Done, 'subject' | 'payload'>;
  const known = poleId === undefined ? {} : { poleId };
  const recorded = await recordedAct(house, { act, actor, date, ...content, ...known });
  return recorded.poleId;
}

/** The awards and the facts of a real dossier bear other names than in memory: they are known by their rank. So are the texts that name them. */
async function learnNames({ source }: BareHouse, poleId: string, built: DossierBuilder, names: Map<string, string>) {
  const { state } = await readDossier(source.manager, poleId);
  const real = Object.values(state.awards);
  Object.values(built.state.awards).forEach(({ id, vote }, rank) => {
    const same = real[rank];
    if (same) names.set(id, same.id);
    if (same?.vote && vote) names.set(vote.textHash, same.vote.textHash);
  });
  const facts = (await readEvents(source.manager, poleId)).filter(({ act }) => act !== 'obligations');
  built.events.forEach(({ id }, rank) => facts[rank] && names.set(id, facts[rank].id));
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text.replaceAll(/[0-9a-f]{64}|[0-9a-f-]{36}/g, name => names.get(name) ?? name)) as unknown;
}
