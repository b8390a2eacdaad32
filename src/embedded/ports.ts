import { connect, createServer } from 'node:net';
import { StartupError } from '../startup/startup-error.js';

const HOST = '127.0.0.1';

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  return await listenOnce(0);
}

/** Several different free ports. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

export async function isPortFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** Whether someone listens on a port. It is asked by connecting: nobody is kept from taking it in the meantime. */
export function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: HOST });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}

/** Refuses a busy port, naming it and the variable that chooses another one. */
export async function requireFreePort(port: number, usage: string, variable: string): Promise<number> {
  if (await isPortFree(port)) return port;
  throw new StartupError(
    `Le port ${port} (${usage}) est déjà pris. Libérez-le, ou choisissez-en un autre : ${variable}=<port>.`,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
