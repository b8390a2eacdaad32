import type { ExpectationKind, FulfilledExpectation, FactOf } from '../../src/domain/dossier/expectations.js';
import { owed, possible, type Awaited, type Choices, type Chosen, type Dossier, type Which } from './dossier.js';
import { instanceOf } from './instance.js';

/** Thrown in the stages when their chapter is cut short: an early end, or a page that is turned. */
class ScopeCancelledError extends Error {
  constructor() {
    super('Le récit est interrompu.');
    this.name = 'ScopeCancelledError';
  }
}

interface Listener {
  readonly nature: 'owed' | 'possible';
  readonly hear: (fact: unknown) => void;
}

interface Heard {
  readonly index: number;
  readonly fact: unknown;
}

/**
 * The waits of a story on facts, without any server: the same code tells it in a workflow and in a rehearsal. A fact
 * already known is heard at once; one key awaited by two branches is one wait.
 */
export class Story {
  private readonly facts = new Map<string, unknown>();
  private readonly listeners = new Map<string, Set<Listener>>();
  private scope: Scope | undefined;

  /** Tells new facts. The first of a key stands. */
  applyFacts(facts: readonly FulfilledExpectation[]): void {
    for (const { key, value } of facts) {
      if (this.facts.has(key)) continue;
      this.facts.set(key, value);
      for (const listener of [...(this.listeners.get(key) ?? [])]) listener.hear(value);
    }
  }

  /** What is known under a key, if anything is. */
  known<Kind extends ExpectationKind>(kind: Kind, ...[parts]: Which<Kind>): FactOf<Kind> | undefined {
    return this.facts.get(`${kind}/${instanceOf(parts)}`) as FactOf<Kind> | undefined;
  }

  /** The keys awaited and owed now, sorted. */
  owed(): readonly string[] {
    return [...this.listeners]
      .flatMap(([key, set]) => ([...set].some(listener => listener.nature === 'owed') ? [key] : []))
      .sort();
  }

  /** Tells a chapter to its end, or until it is cut short. */
  async tell(stage: (dossier: Dossier) => Promise<void>): Promise<void> {
    const scope = new Scope(this.facts, this.listeners);
    this.scope = scope;
    try {
      await stage(scope);
    } catch (error) {
      if (!(error instanceof ScopeCancelledError)) throw error;
    }
  }

  /** Cuts the present chapter short: every wait of it is rejected, and any that it would still begin. */
  cancel(): void {
    this.scope?.cancel();
  }
}

class Scope implements Dossier {
  private isCancelled = false;
  private readonly cancellations = new Set<() => void>();
  private readonly end = new ScopeCancelledError();

  constructor(
    private readonly facts: ReadonlyMap<string, unknown>,
    private readonly listeners: Map<string, Set<Listener>>,
  ) {}

  async expect<Kind extends ExpectationKind>(kind: Kind, ...which: Which<Kind>): Promise<FactOf<Kind>> {
    return (await this.any([owed(kind, ...which)])).fact as FactOf<Kind>;
  }

  async listen<Kind extends ExpectationKind>(kind: Kind, ...which: Which<Kind>): Promise<FactOf<Kind>> {
    return (await this.any([possible(kind, ...which)])).fact as FactOf<Kind>;
  }

  async first<C extends Choices>(choices: C): Promise<Chosen<C>> {
    const { index, fact } = await this.any(Object.values(choices));
    return { came: Object.keys(choices)[index], fact } as Chosen<C>;
  }

  cancel(): void {
    this.isCancelled = true;
    for (const cancel of [...this.cancellations]) cancel();
  }

  private any(awaited: readonly Awaited<ExpectationKind>[]): Promise<Heard> {
    if (this.isCancelled) return Promise.reject(this.end);
    const keys = awaited.map(({ kind, instance }) => `${kind}/${instance}`);
    const index = keys.findIndex(key => this.facts.has(key));
    if (index >= 0) return Promise.resolve({ index, fact: this.facts.get(keys[index] ?? '') });
    return new Promise((resolve, reject) => this.wait(awaited, keys, resolve, reject));
  }

  private wait(
    awaited: readonly Awaited<ExpectationKind>[],
    keys: readonly string[],
    resolve: (heard: Heard) => void,
    reject: (reason: ScopeCancelledError) => void,
  ): void {
    const ownListeners = awaited.map(({ nature }, index): readonly [string, Listener] => [
      keys[index] ?? '',
      { nature, hear: fact => (leave(), resolve({ index, fact })) },
    ]);
    const cancel = () => (leave(), reject(this.end));
    const leave = () => {
      this.cancellations.delete(cancel);
      for (const [key, listener] of ownListeners) this.leave(key, listener);
    };
    this.cancellations.add(cancel);
    for (const [key, listener] of ownListeners)
      this.listeners.set(key, (this.listeners.get(key) ?? new Set()).add(listener));
  }

  private leave(key: string, listener: Listener): void {
    const set = this.listeners.get(key);
    set?.delete(listener);
    if (set?.size === 0) this.listeners.delete(key);
  }
}
