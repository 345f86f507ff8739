import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { makeDataDir, startDemo, type Demo } from './demo.ts';
import { Playground } from './playground.ts';

/** The demo and the person in front of it; a restart replaces both. */
export interface Session {
  demo: Demo;
  chat: Playground;
}

/** A fresh demo and an open browser for all tests of a file. After each test the page must have been without faults. */
export function useSession(): Session {
  const session = {} as Session;
  let remove: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const folder = await makeDataDir();
    remove = folder.remove;
    session.demo = await startDemo(folder.dataDir);
    session.chat = await Playground.open(session.demo.playgroundUrl);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await session.chat.showWhere(`mislukt-${task.name}`);
    expect(session.chat.pageErrors, 'exceptions in the page').toEqual([]);
    expect(session.chat.layoutErrors, 'sticking out of a card on a phone, or cut off in a chart').toEqual([]);
  });
  afterAll(async () => {
    await session.chat?.close();
    await session.demo?.stop();
    await remove();
  });
  return session;
}
