import { stopAll } from './servers.mjs';

/** Jest's globalTeardown of the project `house`. */
export default async function teardown() {
  await stopAll();
}
