import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { npmParent, stopOnSignals } from '../../src/demo/signals.ts';
import { createTeardown } from '../../src/demo/teardown.ts';

let source: EventEmitter;
let exits: number[];
let clockMs: number;

beforeEach(() => {
  source = new EventEmitter();
  exits = [];
  clockMs = 0;
});

function listen(stop: () => Promise<void>, stopWithinMs?: number, parent = () => 1): () => void {
  return stopOnSignals({ stop, log: () => {}, source: source as unknown as NodeJS.Process, exit: (code) => exits.push(code), nowMs: () => clockMs, parent, ...(stopWithinMs && { stopWithinMs }) });
}

const never = (): Promise<void> => new Promise(() => {});

describe('a signal', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s stops first and exits with 0 after that', async (signal) => {
    let finish: () => void = () => {};
    listen(() => new Promise((resolve) => (finish = resolve)));
    source.emit(signal, signal);
    await Promise.resolve();
    expect(exits).toEqual([]);
    finish();
    await vi.waitFor(() => expect(exits).toEqual([0]));
  });

  test('that comes twice at once, as npm passes it on, is one wish', () => {
    const stop = vi.fn(never);
    listen(stop);
    source.emit('SIGINT', 'SIGINT');
    clockMs = 1_000;
    source.emit('SIGINT', 'SIGINT');
    expect(stop).toHaveBeenCalledOnce();
    expect(exits).toEqual([]);
  });

  test('that is repeated later ends it at once', () => {
    listen(never);
    source.emit('SIGINT', 'SIGINT');
    clockMs = 1_001;
    source.emit('SIGINT', 'SIGINT');
    expect(exits).toEqual([1]);
  });

  test('whose stop hangs or fails exits with 1', async () => {
    listen(never, 10);
    source.emit('SIGTERM', 'SIGTERM');
    await vi.waitFor(() => expect(exits).toEqual([1]));
    source.removeAllListeners();
    listen(() => Promise.reject(new Error('no')));
    source.emit('SIGTERM', 'SIGTERM');
    await vi.waitFor(() => expect(exits).toEqual([1, 1]));
  });

  test('is no longer heard after the listeners were taken away', () => {
    listen(never)();
    expect(source.listenerCount('SIGINT') + source.listenerCount('SIGTERM') + source.listenerCount('SIGHUP')).toBe(0);
  });
});

describe('the end of the parent', () => {
  test('stops as a signal does', async () => {
    let pid = 7;
    listen(async () => {}, undefined, () => pid);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(exits).toEqual([]);
    pid = 1;
    await vi.waitFor(() => expect(exits).toEqual([0]), { timeout: 3_000 });
  });

  test('counts below npm only', () => {
    expect(npmParent({})).toBeUndefined();
    expect(npmParent({ npm_lifecycle_event: 'start' })?.()).toBe(process.ppid);
  });
});

describe('taking down', () => {
  test('goes last first, once each, past a failure, and waits for all when asked twice', async () => {
    const order: string[] = [];
    const teardown = createTeardown(() => {});
    teardown.add('database', async () => void order.push('database'));
    teardown.add('bot', () => Promise.reject(new Error('stuck')));
    teardown.add('playground', async () => void order.push('playground'));
    await Promise.all([teardown.run(), teardown.run()]);
    expect(order).toEqual(['playground', 'database']);
  });
});
