import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

/** Where the mutated code looks for what is active, and counts what it reaches. */
const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
const at = path => pathToFileURL(join(process.cwd(), path)).href;

async function run({ id, body }) {
  const start = performance.now();
  stryker.currentTestId = id;
  try {
    await body();
    return { id, name: id, status: TestStatus.Success, timeSpentMs: performance.now() - start };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    return { id, name: id, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - start };
  } finally {
    stryker.currentTestId = undefined;
  }
}

/** Runs the tests of the rules in Stryker's own process: the domain is loaded once for all the mutants that act when it runs. */
class RulesRunner {
  #version = 0;
  #tests;
  /** The files whose tests saw a mutant, the last one first: they are the likeliest to see the next, which stands beside it. */
  #seers = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    register(at('tools/mutation/fresh.mjs'));
  }

  async #fresh() {
    this.#version += 1;
    this.#tests = undefined;
    stryker.hitLimit = undefined;
    const anew = path => import(`${at(path)}?version=${this.#version}`);
    const { tests } = await anew('tools/mutation/suite.mjs');
    const { listed } = await anew('tools/mutation/rules.mjs');
    return { tests, listing: listed(this.#seers) };
  }

  async #load() {
    const { tests, listing } = await this.#fresh();
    while (!(await listing.next()).done);
    this.#tests = tests;
  }

  async dryRun() {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    await this.#load();
    const tests = [];
    for (const test of this.#tests) tests.push(await run(test));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun(options) {
    stryker.mutantCoverage = { static: {}, perTest: {} };
    return options.mutantActivation === 'static' ? this.#loadedWith(options) : this.#loadedWithout(options);
  }

  /** The mutant acts while the modules load: each file of tests is loaded, then tried, until one sees it. */
  async #loadedWith(options) {
    stryker.activeMutant = options.activeMutant.id;
    let tried = 0;
    try {
      const { tests, listing } = await this.#fresh();
      while (!(await listing.next()).done) {
        const result = await this.#attempt(options, tests.slice(tried));
        if (result.status !== MutantRunStatus.Survived) return this.#noted(result, tests);
        tried = tests.length;
      }
    } catch (error) {
      return { status: MutantRunStatus.Error, errorMessage: String(error) };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: tried };
  }

  /**
   * A mutant is seen by a test that fails with it and passes without it, and overlooked only by a domain loaded for it:
   * what a test or the domain keeps of the mutants before proves nothing.
   */
  async #loadedWithout(options) {
    if (this.#tests !== undefined && !options.reloadEnvironment) {
      const result = await this.#attempt(options, this.#tests);
      if (result.status === MutantRunStatus.Killed && (await this.#passesWithout(result.killedBy[0])))
        return this.#noted(result, this.#tests);
    }
    stryker.activeMutant = undefined;
    await this.#load();
    const result = await this.#attempt(options, this.#tests);
    if (result.status !== MutantRunStatus.Survived) this.#tests = undefined;
    return result;
  }

  #noted(result, tests) {
    const file = tests.find(({ id }) => id === result.killedBy?.[0])?.file;
    if (file !== undefined) this.#seers = [file, ...this.#seers.filter(seer => seer !== file)];
    return result;
  }

  /** The tests, those of the files that saw the last mutants first. */
  #likeliest(tests) {
    const rankOf = ({ file }) => (this.#seers.includes(file) ? this.#seers.indexOf(file) : this.#seers.length);
    return [...tests].sort((one, other) => rankOf(one) - rankOf(other));
  }

  async #passesWithout(id) {
    stryker.activeMutant = undefined;
    stryker.hitLimit = undefined;
    const { status } = await run(this.#tests.find(test => test.id === id));
    return status === TestStatus.Success;
  }

  async #attempt({ activeMutant, testFilter, hitLimit }, tests) {
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit;
    stryker.activeMutant = activeMutant.id;
    const asked = testFilter === undefined ? undefined : new Set(testFilter);
    const results = [];
    for (const test of this.#likeliest(tests)) {
      if (asked !== undefined && !asked.has(test.id)) continue;
      results.push(await run(test));
      if (results.at(-1).status === TestStatus.Failed) break;
    }
    return toMutantRunResult(
      determineHitLimitReached(stryker.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests: results },
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RulesRunner)];
