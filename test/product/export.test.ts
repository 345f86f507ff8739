import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/records/xlsx/workbook.ts';
import { createExportLinks } from '../../src/export/link.ts';
import { ID, PEOPLE, TENANT, type PersonName } from '../support/world.ts';
import { startChat, type Chat, type Shown } from './chat.ts';

/** Added to the clock of the product, to let links expire. */
let later = 0;
let chat: Chat;
beforeAll(async () => {
  chat = await startChat({ now: () => new Date(Date.now() + later) });
  await chat.world.owner.query(CHILDREN);
});
afterAll(() => chat.close());
afterEach(() => { later = 0; });

const child = (number: number): string => `00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`;
const all = Array.from({ length: 14 }, (_, index) => index + 1);
const placed = (number: number, valid: string): string => `('${child(number)}', '${ID.waterlelie}', '${ID.waterlelieGroup}', true, 16, 4, '${valid}')`;

/** 14 target toddlers of whom 12 have a place: two are a small number, which a reader must not see. */
const CHILDREN = `
set search_path = kansenlijn, public;
insert into child (id, code) values ${all.map((n) => `('${child(n)}', 'PU-AA${String(n + 20)}-AAAA')`).join(', ')};
insert into child_detail (child_id, birth_date, municipality_code, valid) values ${all.map((n) => `('${child(n)}', '2023-10-01', '0273', '[2023-10-01,)')`).join(', ')};
insert into indication (child_id, valid) values ${all.map((n) => `('${child(n)}', '[2026-01-10,)')`).join(', ')};
insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid) values ${all.slice(0, 12).map((n) => placed(n, '[2026-02-02,)')).join(', ')};`;

const ask = async (person: PersonName, text: string, options?: Parameters<Chat['say']>[2]): Promise<Shown> => (await chat.say(person, text, options))!;
const referenceIn = ({ text }: Shown): string => /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)![0];
const linkOn = (card: Shown, title: string): string => card.button(title).url!;
const fetched = async (card: Shown, title: string): Promise<Response> => fetch(linkOn(card, title));
const lines = async (response: Response): Promise<string[][]> => parse(Buffer.from(await response.arrayBuffer()), { delimiter: ';', bom: true });
const valueOf = (table: readonly string[][], name: string): string | undefined => table.find((line) => line[1] === name)?.[2];

/** A figure of an official, and the card that offers it as a file. */
async function offered(person: PersonName, question = 'bereik'): Promise<{ reference: string; answer: Shown; card: Shown }> {
  const answer = await ask(person, question);
  return { reference: referenceIn(answer), answer, card: await chat.press(person, answer, 'Exporteren') };
}

describe('an answer as a file', () => {
  it('is offered on the card of the answer, by name and until a time', async () => {
    const { reference, card } = await offered('official');
    expect(card.buttons).toEqual(['Excel', 'CSV', 'Excel met rijen', 'CSV met rijen', 'Toon berekening', 'Menu']);
    expect(card.text.replaceAll('\u200b', '')).toContain(`Excel: bereik-putten-2026-11-22-${reference}.xlsx`);
    expect(card.text.replaceAll('\u200b', '')).toContain(`CSV: bereik-putten-2026-11-22-${reference}.csv`);
    expect(card.text).toMatch(/De links werken tot \d{2}:\d{2} uur/);
    expect(card.raw.actions![0]).toEqual({ type: 'Action.OpenUrl', title: 'Excel', url: linkOn(card, 'Excel') });
    expect(linkOn(card, 'Excel')).toMatch(new RegExp(`^${chat.driver.url}/export/[\\w-]+\\.[\\w-]+$`));
    expect((await chat.press('official', card, 'Toon berekening')).text).toContain(`Berekening ${reference}`);
  });

  it('has the same digits, definition and reference as the answer, as a workbook', async () => {
    const { reference, answer, card } = await offered('official');
    expect(answer.text).toContain('85,7%');
    const response = await fetched(card, 'Excel');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    const sheets = openWorkbook(new Uint8Array(await response.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toEqual(['Cijfer', 'Uitsplitsing', 'Toelichting']);
    const cells = Object.fromEntries(sheets[0]!.rows().map(({ cells: [name, value] }) => [name!.text, value]));
    expect(cells).toMatchObject({
      Titel: { text: 'Bereik · Putten' }, Cijfer: { kind: 'text', text: '85,7%' }, Opbouw: { text: '12 van 14 doelgroeppeuters' },
      Teller: { kind: 'number', text: '12' }, Noemer: { kind: 'number', text: '14' }, Referentie: { text: reference },
    });
    const explained = sheets[2]!.rows().map((row) => row.cells.map((cell) => cell?.text));
    expect(answer.text.replaceAll('\u200b', '')).toContain(`Definitie: ${explained.find(([name]) => name === 'Definitie')![1]}`);
    expect(explained).toContainEqual(['Leeftijd voor VE', 'Vanaf 2 jaar, tot de 4e verjaardag', 'Beleidskader OAB 2025-2028']);
  });

  it('comes as an attachment that nobody keeps, runs or reads across sites', async () => {
    const { reference, card } = await offered('official');
    const { headers } = await fetched(card, 'CSV');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="bereik-putten-2026-11-22-${reference}.csv"`,
      'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'content-security-policy': "default-src 'none'; sandbox",
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control') || name === 'etag' || name === 'x-powered-by')).toEqual([]);
  });

  it('is found by its reference, however that is typed', async () => {
    const { reference } = await offered('official');
    for (const text of [`exporteer ${reference}`, `export ${reference.toLowerCase()}`, `Exporteer ${reference.replaceAll('-', ' ')}.`, `exporteren: ${reference} naar excel`]) {
      expect((await ask('official', text)).text, text).toContain('Bereik · Putten: 85,7%');
    }
    const computed = await ask('official', `toon berekening ${reference}`);
    expect((await chat.press('official', computed, 'Exporteren')).buttons).toContain('Excel');
  });

  it('says what to do without a reference, and offers to ask the figure first', async () => {
    expect((await ask('official', 'exporteer')).text).toContain('Welk cijfer wilt u exporteren?');
    const card = await ask('official', 'exporteer vrije plekken');
    expect((await chat.press('official', card, 'Vraag dit cijfer')).text).toContain('Vrije plekken · Putten');
  });

  it('exists for every figure, with its parts', async () => {
    for (const question of ['bereik per wijk', 'capaciteit', 'vrije plekken per aanbieder', 'instroom Q1 2026', 'gemiddelde startleeftijd 2026', 'aantal indicaties', 'onbekend', 'bezetting']) {
      const { answer, card, reference } = await offered('official', question);
      const table = await lines(await fetched(card, 'CSV'));
      expect(answer.text.split('\n'), question).toContain(valueOf(table, 'Cijfer'));
      expect(valueOf(table, 'Referentie')).toBe(reference);
      expect((await fetched(card, 'Excel')).status).toBe(200);
    }
  });

  it('is of the own location for childcare', async () => {
    const { card } = await offered('waterlelie', 'vrije plekken');
    expect(valueOf(await lines(await fetched(card, 'CSV')), 'Gebied')).toBe('De Waterlelie');
  });
});

describe('after a later correction', () => {
  it('the file still says what was told', async () => {
    const { reference, card } = await offered('official');
    await chat.world.owner.query(`set search_path = kansenlijn, public; update placement set closing = 'withdrawn' where child_id = '${child(12)}' and closed_revision is null;`);
    expect((await ask('official', 'bereik')).text).toContain('11 van 14 doelgroeppeuters');
    for (const each of [card, await ask('official', `exporteer ${reference}`)]) {
      const table = await lines(await fetched(each, 'CSV'));
      expect([valueOf(table, 'Cijfer'), valueOf(table, 'Teller')]).toEqual(['85,7%', '12']);
      expect(valueOf(table, 'Stand')).toMatch(/^zoals bekend op \d{2}-\d{2}-\d{4} \d{2}:\d{2}$/);
    }
    await chat.world.owner.query(`set search_path = kansenlijn, public; insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid) values ${placed(12, '[2026-02-02,)')}`);
  });

  it('there is no file of a figure that would not come out as it was told', async () => {
    const { reference, card } = await offered('official');
    await chat.world.owner.query(`update kansenlijn.answer set counts = '{"total": 99}' where reference = '${reference}'`);
    const response = await fetched(card, 'CSV');
    expect([response.status, await response.text()]).toEqual([410, expect.stringContaining('niet meer precies')]);
    expect((await ask('official', `exporteer ${reference}`)).text).toContain('Dit cijfer kan ik niet exporteren');
  });
});

describe('who gets what', () => {
  it('a reader gets the protected figure, also of an exact answer of an official', async () => {
    const own = await offered('reader');
    const { reference } = await offered('official');
    const official = await ask('reader', `exporteer ${reference}`);
    expect(own.card.buttons).toEqual(['Excel', 'CSV', 'Menu']);
    for (const card of [own.card, official]) {
      expect(card.text).toContain('Kleine aantallen zijn ook in het bestand beschermd.');
      const table = await lines(await fetched(card, 'CSV'));
      expect(table.flat()).not.toContain('2');
      expect(table.flat().join('\n')).not.toContain('85,7%');
      expect(valueOf(table, 'Teller')).toBeUndefined();
    }
  });

  it('a file of an answer in a channel is made in the personal chat, exact for who has the right and protected for who has not', async () => {
    const answer = await ask('official', 'bereik', { where: 'channel' });
    expect(answer.buttons).not.toContain('Exporteren');
    const reference = referenceIn(answer);
    for (const where of ['channel', 'group'] as const) {
      const refused = await ask('official', `exporteer ${reference}`, { where });
      expect(refused.text).toContain(`Stuur mij in onze persoonlijke chat: exporteer ${reference}`);
      expect(JSON.stringify(refused.raw)).not.toContain('/export/');
    }
    const table = await lines(await fetched(await ask('official', `exporteer ${reference}`), 'CSV'));
    expect(valueOf(table, 'Cijfer')).toBe('85,7%');
    const protectedTable = await lines(await fetched(await ask('reader', `exporteer ${reference}`), 'CSV'));
    expect(valueOf(protectedTable, 'Teller')).toBeUndefined();
    expect(valueOf(protectedTable, 'Cijfer')).not.toBe('85,7%');
  });

  it('somebody of another municipality, or who made a reference up, gets no link', async () => {
    const { reference } = await offered('official');
    for (const text of [`exporteer ${reference}`, 'exporteer KL-2222-2222']) {
      const card = await ask('officialErmelo', text);
      expect(card.text).toContain('Deze referentie ken ik niet');
      expect(card.buttons).toEqual(['Menu']);
    }
    expect((await ask('official', 'exporteer KL-2222-2222')).text).toContain('Deze referentie ken ik niet');
    expect((await chat.say('stranger', `exporteer ${reference}`))!.text).toContain('Ik ken u nog niet');
  });

  it('the link decides, whoever fetches it: no cookie or header of another makes it more', async () => {
    const { card } = await offered('reader');
    const response = await fetch(linkOn(card, 'CSV'), { headers: { Authorization: 'Bearer official', 'X-Forwarded-For': '10.0.0.1', Cookie: `person=${PEOPLE.official}` } });
    expect(valueOf(await lines(response), 'Teller')).toBeUndefined();
  });

  it('a role that was revoked in between gets nothing', async () => {
    const { card } = await offered('official');
    const revoke = (when: string): Promise<unknown> => chat.world.owner.query(
      `update kansenlijn.person_role set revoked_at = ${when} where person_id = (select id from kansenlijn.person where aad_object_id = '${PEOPLE.official}')`);
    await revoke('now()');
    try {
      for (const title of ['Excel', 'CSV']) {
        const response = await fetched(card, title);
        expect([response.status, response.headers.get('content-disposition')]).toEqual([404, null]);
        expect(await response.text()).toContain('vraag de export opnieuw');
      }
    } finally {
      await revoke('null');
    }
    expect((await fetched(card, 'CSV')).status).toBe(200);
  });

  it('an official gets the rows as codes, which add up to the figure', async () => {
    const { card } = await offered('official');
    const lines = (await (await fetched(card, 'CSV met rijen')).text()).trim().split('\r\n').map((line) => line.split(';'));
    const start = lines.findIndex(([first]) => first?.includes('Kindcode'));
    const header = lines[start]!;
    const rows = lines.slice(start + 1);
    const total = (name: string): number => rows.reduce((sum, row) => sum + Number(row[header.indexOf(name)]), 0);
    expect([total('Teller'), total('Noemer')]).toEqual([12, 14]);
    expect(rows.every(([code]) => /^PU-/.test(code!))).toBe(true);
    expect(header).not.toContain('Geboortedatum');
  });

  it('no rows of children leave in the files without them, nor to a reader with a link for them', async () => {
    const { card, reference } = await offered('official');
    for (const title of ['Excel', 'CSV']) {
      expect(Buffer.from(await (await fetched(card, title)).arrayBuffer()).toString('latin1')).not.toMatch(/PU-AA|2023-10-01|01-10-2023/);
    }
    const links = createExportLinks(chat.world.test.identityKey, () => new Date());
    for (const format of ['rows-csv', 'rows-xlsx'] as const) {
      const { token } = links.issue({ reference, format, tenantId: TENANT, aadObjectId: PEOPLE.reader });
      const response = await chat.driver.request(`/export/${token}`);
      expect([response.status, await response.text()]).toEqual([410, expect.stringContaining('kan ik geen rijen geven')]);
    }
  });
});

describe('a link that does not work', () => {
  it('says that it expired, and what to do', async () => {
    const { card } = await offered('official');
    later = 10 * 60_000 - 5_000;
    expect((await fetched(card, 'CSV')).status).toBe(200);
    later = 10 * 60_000;
    const response = await fetched(card, 'CSV');
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([410, 'text/plain; charset=utf-8', 'no-store']);
    expect(await response.text()).toMatch(/^Deze link is verlopen.*Vraag de export opnieuw/);
  });

  it('says nothing but that it is wrong, whatever stands in it', async () => {
    const { card } = await offered('official');
    const token = linkOn(card, 'CSV').split('/').at(-1)!;
    const [payload, signature] = token.split('.') as [string, string];
    const forged = Buffer.from(JSON.stringify(['KL-2222-2222', 'csv', 'test-tenant', PEOPLE.official, Date.now() + 1e9])).toString('base64url');
    for (const hostile of [`${forged}.${signature}`, `${payload}.${'A'.repeat(43)}`, `${token}x`, payload, 'x', encodeURIComponent('<script>alert(1)</script>'), '%00', encodeURIComponent("' or 1=1 --"), 'a'.repeat(5_000)]) {
      const response = await chat.driver.request(`/export/${hostile}`);
      const text = await response.text();
      expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')], hostile.slice(0, 40)).toEqual([404, 'text/plain; charset=utf-8', 'nosniff']);
      expect(text).toMatch(/^Deze link klopt niet/);
      expect(text).not.toMatch(/[<>]/);
    }
    expect((await chat.driver.request('/export/')).status).toBe(404);
    expect((await chat.driver.request('/export/%E0%A4%A')).status).toBe(400);
    expect((await chat.driver.request(`/export/${token}`, { method: 'POST' })).status).toBe(404);
  });

  it('is counted, without saying of whom', async () => {
    const text = await (await chat.driver.request('/metrics')).text();
    expect(text).toMatch(/kansenlijn_exports_total\{outcome="ok"\} \d+/);
    expect(text).toMatch(/kansenlijn_exports_total\{outcome="expired"\} 1/);
    expect(text).not.toContain('KL-');
  });
});

describe('without a public address', () => {
  it('the operator has to set one, and everything else works', async () => {
    const bare = await startChat({ publicUrl: 'absent' });
    try {
      const answer = (await bare.say('official', 'capaciteit'))!;
      expect(answer.text).toContain('18');
      expect(answer.buttons).not.toContain('Exporteren');
      const refused = (await bare.say('official', `exporteer ${referenceIn(answer)}`))!;
      expect(refused.text.replaceAll('\\', '')).toContain('Vraag de beheerder om PUBLIC_URL in te stellen.');
      expect(refused.buttons).toEqual(['Menu']);
    } finally {
      await bare.close();
    }
  }, 60_000);
});
