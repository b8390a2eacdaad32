import type { Answer } from './house-client.js';

/** What happened during a simulation, in plain numbers. */
export class Stats {
  accepted = 0;
  refused = 0;
  alarms = 0;
  readonly byAct = new Map<string, number>();
  readonly byRefusal = new Map<string, number>();
  readonly breaches: string[] = [];
  private readonly latencies: number[] = [];

  note(act: string, answer: Answer): void {
    this.latencies.push(answer.milliseconds);
    if (answer.status === 201) {
      this.accepted++;
      count(this.byAct, act);
      return;
    }
    this.refused++;
    count(this.byRefusal, `${answer.status} ${answer.body.type ?? 'sans type'}`);
    if (answer.status >= 500) this.breach(`${act} : ${answer.status} ${answer.body.detail ?? ''}`);
  }

  breach(sentence: string): void {
    this.breaches.push(sentence);
  }

  /** A percentile of the time that acts took, in milliseconds. */
  latency(percentile: number): number {
    const sorted = [...this.latencies].sort((a, b) => a - b);
    const at = Math.min(sorted.length - 1, Math.floor((sorted.length * percentile) / 100));
    return Math.round((sorted[at] ?? 0) * 10) / 10;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
