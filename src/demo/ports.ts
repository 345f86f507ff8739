import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { AppError } from '../errors.ts';

/**
 * Rejects with a text for the person who starts when a program cannot listen there.
 * Without a host every interface is meant, loopback included: some systems allow a
 * second listener on all interfaces beside one on loopback.
 */
export async function assertPortFree(port: number, host: string | undefined, envName: string): Promise<void> {
  for (const address of host === undefined ? [undefined, '127.0.0.1'] : [host]) {
    const problem = await tryListen(port, address);
    if (problem) throw portError(port, envName, problem);
  }
}

/** Both programs on one port is a mistake that shows itself only when the second one starts. */
export function assertPortsDiffer(port: number, playgroundPort: number): void {
  if (port !== playgroundPort || port === 0) return;
  throw new AppError({
    code: 'ports-equal',
    userText: `PORT en PLAYGROUND_PORT zijn allebei ${port}. Kies voor een van de twee een ander getal.`,
    logText: `PORT and PLAYGROUND_PORT are both ${port}`,
  });
}

/** A port that was free a moment ago, for whoever asked for port 0. */
export async function anyFreePort(): Promise<number> {
  const [port] = await twoFreePorts();
  return port;
}

/** Two ports that differ: both are held until both are known, because a port that was let go can be given again. */
export async function twoFreePorts(): Promise<readonly [number, number]> {
  const probes = [createServer().listen(0), createServer().listen(0)] as const;
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const portOf = (probe: (typeof probes)[number]): number => (probe.address() as AddressInfo).port;
  const ports = [portOf(probes[0]), portOf(probes[1])] as const;
  await Promise.all(probes.map((probe) => once(probe.close(), 'close')));
  return ports;
}

function tryListen(port: number, host: string | undefined): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) }, () => probe.close(() => resolve(undefined)));
  });
}

function portError(port: number, envName: string, problem: NodeJS.ErrnoException): AppError {
  const other = Math.max(port < 65_000 ? port + 1 : port - 1, 3000);
  const cause =
    problem.code === 'EADDRINUSE'
      ? `Poort ${port} is al in gebruik door een ander programma (of door een Kansenlijn die nog draait).`
      : `Poort ${port} mag of kan hier niet worden geopend.`;
  return new AppError({
    code: problem.code === 'EADDRINUSE' ? 'port-in-use' : 'port-not-allowed',
    userText: `${cause} Kies een andere poort met ${envName}, bijvoorbeeld: ${envName}=${other} npm start`,
    logText: `cannot listen on port ${port} (${envName}): ${problem.message}`,
    cause: problem,
  });
}
