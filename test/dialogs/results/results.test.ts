import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FormValues } from '../../../cards/models.ts';
import type { AnyDialog, DialogContext, FormView, NoticeView } from '../../../dialogs/dialog.ts';
import { resultAgreementDialog } from '../../../dialogs/results/agreement.ts';
import { resultAgreementsDialog, withdrawAgreementDialog } from '../../../dialogs/results/agreements.ts';
import { resultsEntryDialog } from '../../../dialogs/results/entry.ts';
import { readPasted, resultsPasteDialog } from '../../../dialogs/results/paste.ts';
import { createWorld, ID, PUTTEN, type PersonName, type World } from '../../support/world.ts';
import type { Outcome } from '../world.ts';

let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(() => world.close());
beforeEach(() => world.owner.query('truncate kansenlijn.kindergarten_result, kansenlijn.result_agreement'));

const inDialog = <T>(person: PersonName, dialog: AnyDialog, work: (context: DialogContext) => Promise<T>): Promise<T> =>
  world.as(person, async ({ person: who, ports }) => work({ ports, person: who!, grants: who!.roles.filter(({ role }) => dialog.roles.includes(role)), today: '2026-11-22', policy: () => undefined }));
const open = (person: PersonName, dialog: AnyDialog, values: FormValues = {}): Promise<FormView> => inDialog(person, dialog, async (context) => (await dialog.form(context, values)) as FormView);
const show = (person: PersonName): Promise<NoticeView> => inDialog(person, resultAgreementsDialog, async (context) => (await resultAgreementsDialog.form(context, {})) as NoticeView);

async function submit(person: PersonName, dialog: AnyDialog, values: unknown, confirm = false): Promise<Outcome> {
  const parsed = dialog.input.safeParse(values);
  if (!parsed.success) return { errors: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])), findings: [] };
  return inDialog(person, dialog, async (context) => {
    const findings = await dialog.check(context, parsed.data);
    if (findings.some(({ level }) => level === 'block' || (level === 'confirm' && !confirm))) return { findings };
    return { findings, receipt: await dialog.commit(context, parsed.data, findings.filter(({ level }) => level === 'confirm').map(({ rule }) => rule)) };
  });
}
const OCCASION = { school: ID.school, schoolYear: '2025', moment: 'end_group_2' };
const line = (domain: string, counts: readonly number[], instrument = 'kijk'): FormValues => ({
  ...Object.fromEntries(['children', 'atLevel', 'veChildren', 'veAtLevel'].map((key, index) => [`${domain}_${key}`, String(counts[index])])), [`${domain}_instrument`]: instrument,
});
const filled = async (values: FormValues): Promise<FormValues> => {
  const form = await open('school', resultsEntryDialog, OCCASION);
  return { ...form.defaults, ...form.hidden, ...values };
};
const agree = (over: FormValues = {}): Promise<Outcome> => submit('official', resultAgreementDialog, {
  municipality: PUTTEN, board: 'all', schoolYear: '2025', moment: 'end_group_2', domain: 'language', population: 've', instrument: 'kijk', level: 'fase 9', targetPercent: '80', source: 'LEA', ...over,
}, true);
const onRecord = async (): Promise<unknown[]> => (await world.as('school', ({ ports }) => ports.results.ofSchool(ID.school))).map(({ domain, instrument, children, atLevel, veChildren, veAtLevel }) => [domain, instrument, children, atLevel, veChildren, veAtLevel]);

describe('results of a school year in one card', () => {
  it('are asked for a school year and moment, with a line for each domain and what was agreed', async () => {
    await agree();
    const first = await open('school', resultsEntryDialog);
    expect(first.fields.map(({ id }) => id)).toEqual(['moment', 'schoolYear']);
    expect(first.defaults).toMatchObject({ moment: 'end_group_2', schoolYear: '2025' });
    const form = await open('school', resultsEntryDialog, OCCASION);
    expect(form.intro).toContain('De Lindeboom · Eind groep 2, schooljaar 2025-2026');
    expect(form.fields.filter(({ kind }) => kind === 'row').map(({ label, hint }) => [label, hint])).toEqual([
      ['Taal', 'Afspraak: 80% van VE-kinderen, KIJK! · fase 9.'], ['Rekenen', 'Geen afspraak.'], ['Motoriek', 'Geen afspraak.'], ['Sociaal-emotioneel', 'Geen afspraak.'],
    ]);
    expect(form.defaults).toEqual({ language_instrument: 'kijk' });
  });
  it('are stored with what each domain says, and are there when the form opens again', async () => {
    const outcome = await submit('school', resultsEntryDialog, await filled({ ...line('language', [24, 18, 9, 6]), ...line('motor', [23, 23, 9, 9], 'bosos') }));
    expect(outcome.receipt?.title).toBe('Kleuterresultaten opgeslagen');
    expect(outcome.receipt?.facts).toContainEqual({ label: 'Taal', value: '18 van 24 op niveau, VE 6 van 9 (KIJK!)' });
    expect(await onRecord()).toEqual([['language', 'kijk', 24, 18, 9, 6], ['motor', 'bosos', 23, 23, 9, 9]]);
    expect((await open('school', resultsEntryDialog, OCCASION)).defaults).toMatchObject({ language_children: '24', motor_veAtLevel: '9', motor_instrument: 'bosos' });
  });
  it('correct what was said when they come a second time, and change nothing that is the same', async () => {
    await submit('school', resultsEntryDialog, await filled({ ...line('language', [24, 18, 9, 6]), ...line('motor', [23, 23, 9, 9]) }));
    const outcome = await submit('school', resultsEntryDialog, await filled(line('language', [24, 19, 9, 6])));
    expect(outcome.receipt?.title).toBe('Kleuterresultaten gecorrigeerd');
    expect(outcome.receipt?.facts).toContainEqual({ label: 'Domeinen', value: '1 gecorrigeerd' });
    expect((await world.owner.query('select from kansenlijn.kindergarten_result')).rowCount).toBe(3);
    const same = await submit('school', resultsEntryDialog, await filled({}));
    expect(same.receipt?.facts).toContainEqual({ label: 'Domeinen', value: 'niets veranderd: dit stond er al' });
  });
  it('ask before a domain becomes empty, and before a number that stands out', async () => {
    await submit('school', resultsEntryDialog, await filled({ ...line('language', [24, 18, 9, 6]), ...line('motor', [23, 23, 9, 9]) }));
    const emptied = await filled({ motor_children: '', motor_atLevel: '', motor_veChildren: '', motor_veAtLevel: '' });
    expect((await submit('school', resultsEntryDialog, emptied)).findings.map(({ rule, level }) => [rule, level])).toEqual([['result-emptied', 'confirm']]);
    expect((await submit('school', resultsEntryDialog, emptied, true)).receipt).toBeDefined();
    expect(await onRecord()).toEqual([['language', 'kijk', 24, 18, 9, 6]]);
    const next = { ...(await open('school', resultsEntryDialog, { ...OCCASION, schoolYear: '2026' })).hidden, ...line('language', [50, 18, 9, 6]) };
    expect((await submit('school', resultsEntryDialog, next)).findings.map(({ rule }) => rule)).toEqual(['result-plausible']);
  });
  it('say at the line what is missing or wrong, and store nothing', async () => {
    const outcome = await submit('school', resultsEntryDialog, await filled({ ...line('language', [24, 18, 9, 6]), language_veChildren: '', motor_children: 'veel', ...line('social', [10, 5, 0, 0], '') }));
    expect(outcome.errors).toEqual({ language: 'Vul ook in: ve. Zijn er geen, vul dan 0 in.', motor: 'Vul ook in: op niveau, ve, ve op niveau. Zijn er geen, vul dan 0 in.', social: 'Kies waarmee dit is gemeten.' });
    expect((await submit('school', resultsEntryDialog, await filled({}))).errors).toEqual({ language: 'Vul ten minste één domein in.' });
    for (const text of ['-1', '1000', '1,5', '１２']) expect((await submit('school', resultsEntryDialog, await filled({ ...line('language', [24, 18, 9, 6]), language_children: text }))).errors, text).toHaveProperty('language');
    expect(await onRecord()).toEqual([]);
  });
  it('of another instrument than was agreed are told apart', async () => {
    await agree();
    expect((await submit('school', resultsEntryDialog, await filled(line('language', [24, 18, 9, 6], 'bosos')))).findings.map(({ rule, level }) => [rule, level])).toEqual([['result-instrument', 'inform']]);
  });
  it('are refused from a card that is out of date, and of a school that is not theirs', async () => {
    const old = await filled(line('language', [24, 18, 9, 6]));
    await submit('school', resultsEntryDialog, old);
    expect((await submit('school', resultsEntryDialog, { ...old, language_atLevel: '20' }, true)).findings.map(({ rule }) => rule)).toEqual(['record-changed']);
    expect((await submit('school', resultsEntryDialog, { ...old, school: ID.schoolOffBot }, true)).findings.map(({ rule }) => rule)).toEqual(['not-yours']);
    for (const hostile of [null, 'x', {}, { school: ['a'] }, { ...old, schoolYear: '2025; drop' }, { ...old, moment: '__proto__' }]) expect((await submit('school', resultsEntryDialog, hostile)).receipt).toBeUndefined();
  });
});

describe('results that are pasted', () => {
  it('are read with tabs or semicolons, with a heading and without', async () => {
    const expected = [{ domain: 'language', instrument: 'kijk', children: 24, atLevel: 18, veChildren: 9, veAtLevel: 6 }];
    for (const text of ['Taal;KIJK!;24;18;9;6', 'domein\tinstrument\tkinderen\top niveau\tve\tve op niveau\r\ntaal\tkijk\t24\t18\t9\t6\r\n', '\n Taal ; kijk ; 24 ; 18 ; 9 ; 6 \n']) expect(readPasted(text)).toEqual({ rows: expected, problems: [] });
  });
  it.each<[string, string]>([
    ['Taal;KIJK!;24;18;9', 'Regel 1: Taal: hier staan 5 kolommen, het moeten er 6 zijn.'], ['Zingen;KIJK!;24;18;9;6', 'Regel 1: “Zingen” is geen domein. Gebruik Taal, Rekenen, Motoriek, Sociaal-emotioneel.'],
    ['Taal;Onzin;24;18;9;6', 'Regel 1: Taal: “Onzin” is geen bekend instrument.'], ['Taal;KIJK!;24;18;;6', 'Regel 1: Taal: Vul ook in: ve.'], ['Taal;KIJK!;24;18;9;6\nTaal;BOSOS;24;18;9;6', 'Taal staat er meer dan één keer in.'],
  ])('say what is wrong with %j', (text, problem) => { expect(readPasted(text).problems.join(' ')).toContain(problem); });
  it('are stored by the same rules', async () => {
    const form = await open('school', resultsPasteDialog, OCCASION);
    expect((await submit('school', resultsPasteDialog, { ...form.hidden, pasted: 'Taal;KIJK!;24;25;9;6' })).findings.map(({ level }) => level)).toEqual(['block']);
    expect((await submit('school', resultsPasteDialog, { ...form.hidden, pasted: 'Taal;KIJK!;24;18;9;6\nRekenen;Cito;24;20;9;7' })).receipt).toBeDefined();
    expect(await onRecord()).toEqual([['arithmetic', 'cito', 24, 20, 9, 7], ['language', 'kijk', 24, 18, 9, 6]]);
    expect((await open('school', resultsPasteDialog, OCCASION)).defaults?.['pasted']).toBe('Taal;KIJK!;24;18;9;6\nRekenen;Cito;24;20;9;7');
  });
});

describe('agreements in chat', () => {
  it('are told by school year, and none is said to be none', async () => {
    await agree({ board: ID.board, domain: 'motor' });
    expect((await show('school')).facts).toEqual([
      { label: '2026-2027', value: 'Geen afspraak' }, { label: '2025-2026 · Eind groep 2 · Motoriek · Scholengroep De Linde', value: '80% van VE-kinderen met KIJK!: fase 9 · LEA' }, { label: '2024-2025', value: 'Geen afspraak' },
    ]);
    expect((await show('schoolErmelo')).facts?.every(({ value }) => value === 'Geen afspraak')).toBe(true);
  });
  it('of a board go before those of the municipality', async () => {
    await agree();
    await agree({ board: ID.board, instrument: 'bosos', targetPercent: '90' });
    expect((await open('school', resultsEntryDialog, OCCASION)).fields[0]?.hint).toBe('Afspraak: 90% van VE-kinderen, BOSOS · fase 9.');
  });
  it('are corrected after a question, and refused when nothing changes or the board is unknown', async () => {
    await agree();
    expect((await agree()).findings.map(({ level }) => level)).toEqual(['block']);
    expect((await agree({ targetPercent: '85' })).receipt?.title).toBe('Resultaatafspraak gecorrigeerd');
    expect((await agree({ board: ID.provider })).findings.map(({ rule }) => rule)).toEqual(['not-yours']);
    for (const targetPercent of ['0', '101', '80,5']) expect((await agree({ targetPercent })).errors, targetPercent).toHaveProperty('targetPercent');
    for (const targetPercent of ['1', '100']) expect((await agree({ targetPercent })).receipt, targetPercent).toBeDefined();
  });
  it('are withdrawn with a reason by an official of the municipality', async () => {
    await agree();
    const [option] = ((await open('official', withdrawAgreementDialog)).fields[0] as Extract<FormView['fields'][number], { kind: 'choice' }>).options;
    expect((await submit('officialErmelo', withdrawAgreementDialog, { agreement: option!.value, why: 'x' })).findings.map(({ rule }) => rule)).toEqual(['record-changed']);
    expect((await submit('official', withdrawAgreementDialog, { agreement: option!.value, why: 'vervallen' })).receipt?.title).toBe('Resultaatafspraak ingetrokken');
    expect((await show('official')).facts?.every(({ value }) => value === 'Geen afspraak')).toBe(true);
  });
});
