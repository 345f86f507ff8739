import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { anyFreePort, assertPortFree, assertPortsDiffer, twoFreePorts } from '../../src/demo/ports.ts';

const open: Server[] = [];

afterEach(() => open.splice(0).forEach((server) => server.close()));

async function take(host?: string): Promise<number> {
  const server = createServer().listen({ port: 0, ...(host && { host }) });
  open.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('a port', () => {
  test('that is free is accepted and left free', async () => {
    const port = await anyFreePort();
    await assertPortFree(port, '127.0.0.1', 'PORT');
    await assertPortFree(port, undefined, 'PORT');
  });

  test('beside another free one is another number, however often they are asked', async () => {
    for (let time = 0; time < 200; time += 1) {
      const [port, other] = await twoFreePorts();
      expect(port).not.toBe(other);
    }
  });

  test('that is taken names the setting and another number', async () => {
    const port = await take('127.0.0.1');
    await expect(assertPortFree(port, '127.0.0.1', 'PORT')).rejects.toMatchObject({
      code: 'port-in-use',
      userText: expect.stringMatching(new RegExp(`Poort ${port} is al in gebruik.*PORT=\\d+ npm start`)) as string,
    });
  });

  test.each([['127.0.0.1'], [undefined]])('taken on %s is not free on all interfaces', async (host) => {
    const port = await take(host);
    await expect(assertPortFree(port, undefined, 'PLAYGROUND_PORT')).rejects.toMatchObject({ userText: expect.stringContaining('PLAYGROUND_PORT=') as string });
  });

  test('of an address that is not ours is not allowed', async () => {
    await expect(assertPortFree(47_200, '192.0.2.1', 'PORT')).rejects.toMatchObject({ code: 'port-not-allowed' });
  });

  test('cannot be that of both programs, except 0, which is any', () => {
    expect(() => assertPortsDiffer(4000, 4000)).toThrow(expect.objectContaining({ code: 'ports-equal' }) as Error);
    assertPortsDiffer(4000, 4001);
    assertPortsDiffer(0, 0);
  });
});
