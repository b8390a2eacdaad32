import { configuration } from '../startup/configuration.js';
import { lazyClient } from '../temporal/connection.js';
import { replayOpen } from '../temporal/replay-open.js';
import { codeOf, workflowsFrom } from '../temporal/worker.js';
import { command } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run replay:open',
  does: 'Rejoue les récits ouverts de la maison avec le code présent, et dit ceux qui ne se rejouent pas.',
});

await command(async () => {
  const { temporal, workflowBundle } = configuration(houseEnvironment());
  const client = lazyClient(temporal);
  const code = await codeOf(workflowsFrom(workflowBundle));
  let [replayed, refused] = [0, 0];
  for await (const { workflowId, runId, fault } of replayOpen(client, code)) {
    if (fault === null) replayed++;
    else {
      refused++;
      console.error(`${workflowId} (${runId}) ne se rejoue pas : ${fault}`);
    }
  }
  await client.connection.close();
  console.log(`${replayed} récits ouverts se rejouent, ${refused} non.`);
  process.exit(refused === 0 ? 0 : 1);
});
