import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createProduct } from '../../../src/product.ts';
import { PEOPLE, TENANT } from '../../support/world.ts';
import { startDriver, type Driver } from '../../teams/driver.ts';
import { startChat, TODAY, type Chat } from '../chat.ts';
import { begin, CONTENT, openAt, placedChild, programme, sent } from './steps.ts';

let chat: Chat;
let logged: Driver;
const lines: string[] = [];

beforeAll(async () => {
  chat = await startChat();
  const product = createProduct({ pool: chat.world.pool, identityKey: chat.world.test.identityKey, fixedDay: TODAY });
  logged = await startDriver({ handleTurn: product.handleTurn, handoverPages: product.handoverPages, log: createLog({ level: 'trace', destination: { write: (line) => void lines.push(line) } }) });
});
afterAll(async () => {
  await logged.close();
  await chat.close();
});

describe('the log, at its most talkative', () => {
  it('has nothing of what is told, no code and no link: stored, refused, opened or failed', async () => {
    const person = { tenantId: TENANT, aadObjectId: PEOPLE.waterlelie };
    const code = await placedChild(chat, '2022-12-10');
    const { verb, data } = (await programme(chat, await begin(chat, code))).button('Opslaan en verder');
    await logged.press(verb, { ...data, ...CONTENT, language_helps: 'bel 06-12345678' }, { person });
    await logged.press(verb, { ...data, ...CONTENT }, { person });

    const other = await sent(chat, { school: 'De Wilg', birthDate: '2022-12-11' });
    const form = await chat.press('waterlelie', await openAt(chat, 'waterlelie', other), 'Link voor de school');
    const url = new URL((await chat.press('waterlelie', form, 'Doorgaan', { what: 'make' })).inputs['copyable']!).pathname;
    expect((await logged.request(url)).status).toBe(200);
    await chat.world.owner.query('alter table handover_link rename to handover_link_away');
    expect((await logged.request(url)).status).toBe(503);
    await chat.world.owner.query('alter table handover_link_away rename to handover_link');

    const text = lines.join('');
    expect(text).toContain('"handover page failed"');
    const secrets = [code, other, url.slice('/overdracht/'.length), '06-12345678', ...Object.values(CONTENT).filter((value) => value.length > 6)];
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
