import { describe, expect, test } from 'vitest';
import { useSession } from './session.ts';
import { reference } from './texts.ts';

const session = useSession();

describe('an answer as a file', () => {
  test('is offered after "Exporteren", and the buttons fetch it in a browser', async () => {
    const { chat } = session;
    const of = reference(await chat.say('bereik Q1 2024'));
    const card = await chat.press('Exporteren');
    await chat.screenshot('exporteren');
    expect(card).toContain('Bereik · Putten: 83,9% (26 van 31 doelgroeppeuters)');
    expect(await chat.buttons()).toEqual(['Excel', 'CSV', 'Excel met rijen', 'CSV met rijen', 'Toon berekening', 'Menu']);
    const csv = await chat.download('CSV');
    expect(csv.name).toBe(`bereik-putten-2024-03-31-${of}.csv`);
    expect(csv.text).toContain('cijfer;Cijfer;83,9%;;\r\n');
    expect((await chat.download('Excel')).name).toBe(`bereik-putten-2024-03-31-${of}.xlsx`);
    expect(await chat.press('Toon berekening')).toContain(`Berekening ${of}`);
  });
});
