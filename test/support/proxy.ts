import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy before the database server, so that a test can take the database away and give it back. */
export interface Proxy {
  /** The URL with the proxy in place of the server. */
  readonly url: string;
  /** Breaks what is open and refuses what comes. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Passes the next COMMIT on and breaks the connection when the server answers it: it has happened, and nobody was told. */
  cutNextCommit(): void;
}

export async function proxyTo(url: string): Promise<Proxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  let cutting = false;
  const proxy = {
    async start() {
      server = createServer((client) => {
        const upstream = connect(Number(target.port || 5432), target.hostname);
        for (const socket of [client, upstream]) {
          sockets.add(socket);
          socket.on('error', () => socket.destroy());
          socket.on('close', () => { client.destroy(); upstream.destroy(); sockets.delete(socket); });
        }
        let committing = false;
        client.on('data', (data) => {
          if (cutting && data.includes('commit\0')) [cutting, committing] = [false, true];
          upstream.write(data);
        });
        upstream.on('data', (data) => (committing ? client.destroy() : client.write(data)));
      });
      await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve));
      port = (server.address() as { port: number }).port;
    },
    async stop() {
      const closing = new Promise<void>((resolve) => server!.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closing;
    },
    cutNextCommit() {
      cutting = true;
    },
  };
  await proxy.start();
  const proxied = new URL(url);
  proxied.hostname = '127.0.0.1';
  proxied.port = String(port);
  return { url: proxied.toString(), ...proxy };
}
