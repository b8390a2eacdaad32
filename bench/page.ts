import { readFile } from 'node:fs/promises';
import { AIMS } from './aims.js';
import { round } from './figures.js';
import type { Figures, Rates } from './measure.js';
import type { Morning } from './mornings.js';

const [BEGIN, END] = ['<!-- figures -->', '<!-- /figures -->'];

type Row = readonly [figure: string, measured: unknown, floor?: unknown, ratio?: unknown, aim?: string];

/** The figures that were measured, as a table of ratios against their floors. */
export function tableOf(figures: Partial<Figures>): string {
  const { machine } = figures;
  const rows = [
    ...actRows(figures),
    ...Object.entries(figures.perSecond ?? {}).map(rateRow),
    ...(figures.mornings ?? []).flatMap(morningRows),
    ...postRows(figures),
    ...pageRows(figures),
    ...engineRows(figures),
  ];
  const lines = [['figure', 'measured', 'floor', 'ratio', 'aim'], ['---', '---', '---', '---', '---'], ...rows];
  const table = lines.map(cells => `| ${Array.from({ length: 5 }, (_, rank) => cells[rank] ?? '').join(' | ')} |`);
  const on = machine && `${machine.on}, ${machine.cores} × ${machine.processor}, ${machine.memoryGigabytes} GiB`;
  return `${on}, Node ${machine?.node}; ${figures.acts ?? 0} acts.\n\n${table.join('\n')}\n`;
}

function actRows({ durable, answered, eventsPerAct, eventsPerFundedYear }: Partial<Figures>): readonly Row[] {
  if (!durable || !answered) return [];
  const times = ({ p50Ratio, p95Ratio }: typeof durable) => `× ${p50Ratio} / × ${p95Ratio}`;
  return [
    ['durable act, p50 / p95', ms(durable), ms(durable.floor), times(durable), `${AIMS.durable} (p95)`],
    ['answered act, p50 / p95', ms(answered), ms(answered.floor), times(answered), `${AIMS.answered} (p95)`],
    ['history events per act', eventsPerAct],
    ['history events per funded year', eventsPerFundedYear, '', '', AIMS.eventsPerFundedYear],
  ];
}

function rateRow([callers, { acts, floor, ofTransactions, ofUpdates }]: readonly [string, Rates]): Row {
  const aim = callers === '32' ? `${AIMS.callers} of updates` : '';
  const floors = `${floor.transactions} / ${floor.updates}`;
  return [`acts per second, ${callers} caller(s)`, acts, floors, `${ofTransactions} / ${ofUpdates}`, aim];
}

/** A morning: how many a second against a bare update and a polling job, and how late the last ones were. */
function morningRows(morning: Morning): readonly Row[] {
  const { dossiers, notices, perSecond, floor, ofFloor, polling, ofPolling, latenessSeconds } = morning;
  const what = `${dossiers} dossiers of one morning, rung and planned (${notices} notices), per second`;
  return [
    [what, perSecond, `${floor} / ${polling}`, `${ofFloor} / ${ofPolling}`, `${AIMS.alarms} of updates`],
    ['their lateness, p50 / p95', `${latenessSeconds.p50} / ${latenessSeconds.p95} s`],
  ];
}

function postRows({ post }: Partial<Figures>): readonly Row[] {
  if (!post) return [];
  const { rate, mails, perSecond, mostInASecond, takenPerSecond } = post.throttled;
  const held = `${mails} mails held to ${rate} per second: handed, most in one; taken by the server`;
  const throughput = `${perSecond}, ${mostInASecond}; ${takenPerSecond}`;
  return [
    [`${post.mails} mails by one postman, per second`, post.perSecond, post.floor, post.ofFloor, AIMS.mails],
    [held, throughput, rate, round(perSecond / rate), String(rate)],
  ];
}

function pageRows({ pages }: Partial<Figures>): readonly Row[] {
  if (!pages) return [];
  const times = `× ${pages.p50Ratio} / × ${pages.p95Ratio}`;
  return [[`${pages.read} pages of the demonstration, p50 / p95`, ms(pages), ms(pages.floor), times, AIMS.pages]];
}

function engineRows(figures: Partial<Figures>): readonly Row[] {
  const { open, rehydrationPerSecond, rehydrationOf10000Seconds, coldStartSeconds, bytesPerDossier } = figures;
  if (open === undefined || bytesPerDossier === undefined) return [];
  const memory = Math.round(bytesPerDossier / 1024);
  return [
    ['stories started again per second', rehydrationPerSecond, '', '', AIMS.rehydration],
    ['10 000 stories started again, seconds', rehydrationOf10000Seconds, '', '', AIMS.rehydrationOf10000],
    [`cold start with ${open} open dossiers due, seconds`, coldStartSeconds, '', '', `${AIMS.coldStart} for 300`],
    ['memory per open dossier in the worker, KiB', memory, '', '', AIMS.memory],
  ];
}

const ms = ({ p50, p95 }: { readonly p50: number; readonly p95: number }) => `${p50} / ${p95} ms`;

/** The page with its table written anew; what people wrote around it stays. */
export async function pageOf(path: string, figures: Partial<Figures>): Promise<string> {
  const page = await readFile(path, 'utf8');
  const [before, rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return `${before}${BEGIN}\n\n${tableOf(figures)}\n${END}${after}`;
}
