import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configuration } from '../startup/configuration.js';
import { startInstance } from '../embedded/instance.js';
import { freePorts } from '../embedded/ports.js';
import { upgradeHouse } from '../record/upkeep/upgrade.js';
import { StartupError } from '../startup/startup-error.js';

/** Where a simulation takes place: a house, and how to leave it. */
export interface Ground {
  readonly url: string;
  readonly issuer: string;
  readonly databaseUrl: string;
  leave(): Promise<void>;
}

/** The house that runs already, in stepping mode; it is left as it is. */
export function runningGround(env: NodeJS.ProcessEnv): Ground {
  const { host, port, issuer, databaseUrl, clock } = configuration(env);
  if (clock !== 'stepping')
    throw new StartupError('Une simulation demande une horloge qui avance à la demande : JALON_CLOCK=stepping.');
  return { url: `http://${host}:${port}`, issuer, databaseUrl, leave: async () => undefined };
}

/**
 * A house of its own on throw-away servers, its mails given to the server named. Ports are free when they are chosen; when another part takes one before
 * its own part does, others are chosen.
 */
export async function ownGround(say: (line: string) => void, smtpUrl: string, tries = 3): Promise<Ground> {
  const home = await mkdtemp(join(tmpdir(), 'jalon-simulation-'));
  const [port = 0, oidcPort = 0] = await freePorts(2);
  const clear = () => rm(home, { recursive: true, force: true });
  try {
    const { url, appUrl, stop } = await startInstance({
      ...{ home, port, oidcPort, clock: 'stepping', throwaway: true },
      upgrade: upgradeHouse,
      env: { ...process.env, JALON_SMTP_URL: smtpUrl },
      onProgress: say,
    });
    const leave = async () => {
      await stop();
      await clear();
    };
    return { url, issuer: `http://127.0.0.1:${oidcPort}`, databaseUrl: appUrl, leave };
  } catch (error) {
    await clear();
    if (tries > 1 && error instanceof StartupError) return ownGround(say, smtpUrl, tries - 1);
    throw error;
  }
}
