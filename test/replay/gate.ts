import { readdirSync, readFileSync } from 'node:fs';
import { bundleWorkflowCode, DefaultLogger, Worker, type InjectedSinks } from '@temporalio/worker';
import { projectFile } from '../../src/startup/project-file.js';
import { installRuntime } from '../../src/temporal/worker.js';
import { linesOf, type Declared } from './declarations.js';
import type { DeclarationSinks } from './recording.js';

/** What the stories at hand make of a frozen history. */
export interface Replayed {
  readonly name: string;
  /** Why the history does not replay; null when it does. */
  readonly fault: string | null;
  /** What the story declared on its way, one line for each declaration that changes what is awaited. */
  readonly declared: readonly string[];
}

/** The stories of the house in one file, with the recorder of what they declare. */
export async function recordedStories(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: projectFile('workflows', 'index.ts'),
    workflowInterceptorModules: [projectFile('test', 'replay', 'recording.ts')],
    logger: new DefaultLogger('WARN'),
  });
  return code;
}

/** Replays the frozen histories of a folder, or some of them, against some stories, and listens to what they declare. */
export async function replayFrozen(code: string, folder: string, some = /./): Promise<readonly Replayed[]> {
  installRuntime();
  const declared = new Map<string, Declared[]>();
  const sinks: InjectedSinks<DeclarationSinks> = {
    declarations: {
      declared: {
        callDuringReplay: true,
        fn: ({ workflowId }, awaited, version) => {
          declared.set(workflowId, [...(declared.get(workflowId) ?? []), { awaited, version }]);
        },
      },
    },
  };
  const frozen = readdirSync(folder)
    .filter(file => some.test(file))
    .map(file => ({
      workflowId: file.replace(/\.json$/, ''),
      history: JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as unknown,
    }));
  const replayed: Replayed[] = [];
  for await (const { workflowId: name, error } of Worker.runReplayHistories(
    { workflowBundle: { code }, sinks },
    frozen,
  ))
    replayed.push({ name, fault: error?.message ?? null, declared: linesOf(declared.get(name) ?? []) });
  return replayed;
}
