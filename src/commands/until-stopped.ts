import type { Logger } from 'pino';

/** Runs `stop` once, on SIGINT or SIGTERM, then leaves. A fault on the way is said and leaves with 1. */
export function untilStopped(log: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const leave = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'arrêt');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'arrêt en échec');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
}
