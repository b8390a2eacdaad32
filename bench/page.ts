import { readFile } from 'node:fs/promises';
import { round } from './figures.js';
import type { Figures } from './measure.js';
import type { Morning } from './mornings.js';

const [BEGIN, END] = ['<!-- figures -->', '<!-- /figures -->'];

/** The figures as a table of ratios against their floors. */
export function tableOf(figures: Figures): string {
  const { durable, answered, perSecond, mornings, machine, post } = figures;
  const rows = [
    [
      'durable act, p50 / p95',
      ms(durable),
      ms(durable.floor),
      `× ${durable.p50Ratio} / × ${durable.p95Ratio}`,
      '× 4 (p95)',
    ],
    [
      'answered act, p50 / p95',
      ms(answered),
      ms(answered.floor),
      `× ${answered.p50Ratio} / × ${answered.p95Ratio}`,
      '× 1.8 (p95)',
    ],
    ...Object.entries(perSecond as Record<string, Rates>).map(([callers, one]) => [
      `acts per second, ${callers} caller(s)`,
      String(one.acts),
      `${one.floor.transactions} / ${one.floor.updates}`,
      `${one.ofTransactions} / ${one.ofUpdates}`,
      '',
    ]),
    ...mornings.flatMap(morningRows),
    [
      `${post.mails} mails by one postman, per second`,
      String(post.perSecond),
      String(post.floor),
      String(post.ofFloor),
      '≥ 300',
    ],
    [
      `${post.throttled.mails} mails held to ${post.throttled.rate} per second: handed, most in one; taken by the server`,
      `${post.throttled.perSecond}, ${post.throttled.mostInASecond}; ${post.throttled.takenPerSecond}`,
      String(post.throttled.rate),
      String(round(post.throttled.perSecond / post.throttled.rate)),
      `${post.throttled.rate}`,
    ],
    ['history events per act', String(figures.eventsPerAct), '', '', ''],
    ['history events per funded year', String(figures.eventsPerFundedYear), '', '', '≤ 120'],
    ['stories started again per second', String(figures.rehydrationPerSecond), '', '', ''],
    ['10 000 stories started again, seconds', String(figures.rehydrationOf10000Seconds), '', '', '≤ 300'],
    [`cold start with ${figures.open} open dossiers due, seconds`, String(figures.coldStartSeconds), '', '', ''],
    ['memory per open dossier in the worker, KiB', String(Math.round(figures.bytesPerDossier / 1024)), '', '', ''],
  ];
  const lines = [['figure', 'measured', 'floor', 'ratio', 'aim'], ['---', '---', '---', '---', '---'], ...rows];
  const of = `${machine.on}, ${machine.cores} × ${machine.processor}, ${machine.memoryGigabytes} GiB, Node ${machine.node}; ${figures.acts} acts.`;
  return `${of}\n\n${lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

/** A morning: how many a second against a bare update and a polling job, and how late the last ones were. */
function morningRows({ dossiers, notices, perSecond, floor, ofFloor, polling, ofPolling, latenessSeconds }: Morning) {
  const late = `${latenessSeconds.p50} / ${latenessSeconds.p95} s`;
  return [
    [
      `${dossiers} dossiers of one morning, rung and planned (${notices} notices), per second`,
      String(perSecond),
      `${floor} / ${polling}`,
      `${ofFloor} / ${ofPolling}`,
      '',
    ],
    ['their lateness, p50 / p95', late, '', '', ''],
  ];
}

interface Rates {
  readonly acts: number;
  readonly floor: { readonly transactions: number; readonly updates: number };
  readonly ofTransactions: number;
  readonly ofUpdates: number;
}

const ms = ({ p50, p95 }: { readonly p50: number; readonly p95: number }) => `${p50} / ${p95} ms`;

/** The page with its table written anew; what people wrote around it stays. */
export async function pageOf(path: string, figures: Figures): Promise<string> {
  const page = await readFile(path, 'utf8');
  const [before, rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return `${before}${BEGIN}\n\n${tableOf(figures)}\n${END}${after}`;
}
