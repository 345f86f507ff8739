import { describe, expect, it } from 'vitest';
import * as cards from '../../cards/index.ts';
import type { Chart, Element, FactSet, TextBlock } from '../../cards/types.ts';
import { backdated, fewHours, groupFull, indicationReceipt, intakeForm, intakeReceipt, manyOptions, menu, protectedAnswer, reachAnswer, tooOld, unknownPerson } from './models.ts';

const { formCard, receiptCard, noticeCard, answerCard, cardProblems } = cards;

/** Every element of a card, in the order in which it is read. */
const flatten = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((element) => [element, ...(element.type === 'Container' ? flatten(element.items) : [])]);
const texts = (elements: readonly Element[]): readonly string[] =>
  flatten(elements).filter((element): element is TextBlock => element.type === 'TextBlock').map((block) => block.text);
const factsOf = (elements: readonly Element[]) => elements.filter((element): element is FactSet => element.type === 'FactSet').flatMap((set) => set.facts);
const chartOf = (elements: readonly Element[]): Chart => {
  const found = elements.find((element): element is Chart => element.type.startsWith('Chart.'));
  if (found === undefined) throw new Error('no chart');
  return found;
};
const input = (elements: readonly Element[], id: string) => {
  const found = flatten(elements).find((element) => element.type.startsWith('Input.') && 'id' in element && element.id === id);
  if (found === undefined) throw new Error(`no input ${id}`);
  return found;
};

const examples = {
  'intake form with block, confirm and a field error': () => formCard(intakeForm),
  'intake form that asks for confirmation': () => formCard({ ...intakeForm, findings: [groupFull, backdated] }),
  'receipt of an intake with informs': () => receiptCard(intakeReceipt),
  'receipt of an indication with the code of the child': () => receiptCard(indicationReceipt),
  'notice for an unknown person': () => noticeCard(unknownPerson),
  'menu': () => noticeCard(menu),
  'reach in Putten, quarter 1 of 2024': () => answerCard(reachAnswer),
  'protected figure': () => answerCard(protectedAnswer),
};

describe.each(Object.entries(examples))('card: %s', (_name, make) => {
  it('works in every Teams client', () => expect(cardProblems(make())).toEqual([]));
  it('looks as it did when somebody last looked at it', () => expect(make()).toMatchSnapshot());
});

describe('form card', () => {
  it('prefills every kind of input with what was typed', () => {
    const { body } = formCard(intakeForm);
    expect(['code', 'group', 'firstDay', 'place', 'days', 'note'].map((id) => (input(body, id) as { value?: string }).value))
      .toEqual(['PU-4KX7', 'group-2', '2024-04-01', 've', 'mon,thu', 'Start na de meivakantie.']);
  });
  it('leaves out a value that the input cannot show', () => {
    const { body } = formCard({ ...intakeForm, values: { firstDay: '30 februari', group: 'group-99', days: 'mon,sun' } });
    expect(input(body, 'firstDay')).not.toHaveProperty('value');
    expect(input(body, 'group')).not.toHaveProperty('value');
    expect(input(body, 'days')).toHaveProperty('value', 'mon');
  });
  it('says in one panel above the fields why nothing was stored, with the source', () => {
    const { body } = formCard(intakeForm);
    const panels = body.filter((element) => element.type === 'Container' && element.style === 'attention');
    expect(panels).toHaveLength(1);
    expect(texts(panels)).toEqual(['Dit kan zo niet worden opgeslagen', tooOld.text, 'Bron: Beleidskader OAB Putten 2025-2028, hoofdstuk 3', 'Kijk nog even naar: Eerste dag.']);
    expect(body.indexOf(panels[0]!)).toBeLessThan(body.findIndex((element) => texts([element]).length === 0));
  });
  it('says "nog niet opgeslagen" when only a field is wrong, and nothing when nothing is', () => {
    expect(texts(formCard({ ...intakeForm, findings: [] }).body)).toContain('Nog niet opgeslagen');
    const clean = intakeForm.fields.map(({ error: _error, ...field }) => field);
    expect(formCard({ ...intakeForm, fields: clean, findings: [] }).body.some((element) => element.type === 'Container' && element.style === 'attention')).toBe(false);
  });
  it('asks for confirmation just above the buttons and says which source was not read', () => {
    const last = formCard({ ...intakeForm, findings: [groupFull, backdated] }).body.at(-1);
    expect(last).toMatchObject({ type: 'Container', style: 'warning' });
    expect(texts([last!])).toEqual(['Klopt dit?', groupFull.text,
      'Bron: Besluit basisvoorwaarden kwaliteit voorschoolse educatie, art. 3(2); gelezen in een oudere tekst, niet in de geldende. Gelezen in de tekst van 2018.',
      backdated.text, 'Bron: Werkafspraken monitor; niet in de geldende tekst gelezen']);
  });
  it('does not ask for confirmation of what is blocked', () => {
    const shown = texts(formCard(intakeForm).body);
    expect(shown).toContain('Kijk ook hiernaar');
    expect(shown).not.toContain('Klopt dit?');
  });
  it('puts an error and a hint right after their own input', () => {
    const block = formCard(intakeForm).body.find((element) => element.type === 'Container' && element.items[0]?.type === 'Input.Date');
    expect(texts([block!])).toEqual(['⚠ De eerste dag ligt voor de geboortedatum.']);
  });
  it('shows up to four choices at once and puts more in a list', () => {
    const style = (count: number) => {
      const { body } = formCard({ ...intakeForm, fields: [{ kind: 'choice', id: 'c', label: 'Keuze', options: manyOptions(count) }] });
      return (input(body, 'c') as { style?: string }).style;
    };
    expect([style(4), style(5)]).toEqual(['expanded', 'compact']);
  });
  it('sends the inputs with the button that saves, not with the one that cancels', () => {
    expect(formCard(intakeForm).actions?.map((action) => [action.associatedInputs, action.fallback?.associatedInputs])).toEqual([['auto', 'auto'], ['none', 'none']]);
  });
  it('puts the verb in the data of the fallback, where data cannot replace it', () => {
    const [action] = formCard({ ...intakeForm, buttons: [{ title: 'Opslaan', verb: 'intake.save', data: { formKey: 'k', verb: 'other' } }] }).actions ?? [];
    expect(action?.fallback?.data).toEqual({ formKey: 'k', verb: 'intake.save' });
  });
});

describe('links', () => {
  it('open an address and send nothing, beside buttons that do', () => {
    const { actions } = noticeCard({ title: 'Exporteren', paragraphs: ['Kies.'], buttons: [{ title: 'Excel', url: 'https://bot.example/export/a.b' }, { title: 'Menu', verb: 'menu.open' }] });
    expect(actions).toEqual([{ type: 'Action.OpenUrl', title: 'Excel', url: 'https://bot.example/export/a.b' }, expect.objectContaining({ type: 'Action.Execute', verb: 'menu.open' })]);
  });
});

describe('receipt card', () => {
  it('shows the code of the child large', () => {
    expect(flatten(receiptCard(indicationReceipt).body)).toContainEqual(expect.objectContaining({ text: 'PU-4KX7', size: 'ExtraLarge' }));
  });
  it('keeps the code out of the notification, and in the text for clients without cards', () => {
    expect(cards.summaryOfReceipt(indicationReceipt)).not.toContain('PU-4KX7');
    expect(receiptCard(indicationReceipt).fallbackText).toBe('Opgeslagen: VE-indicatie vastgelegd. Geef deze code aan de ouders: PU-4KX7.');
  });
  it('says in words that it was stored, and tells informs apart from what was confirmed', () => {
    const shown = texts(receiptCard(intakeReceipt).body);
    expect(shown[1]).toBe('✓ Opgeslagen');
    expect(shown.indexOf('Door u bevestigd')).toBeLessThan(shown.indexOf(groupFull.text));
    expect(shown.indexOf('Goed om te weten')).toBe(shown.indexOf(fewHours.text) - 1);
  });
  it('shows a dash for a fact without a value', () => {
    expect(factsOf(receiptCard({ ...intakeReceipt, facts: [{ label: 'Opmerking', value: ' \n ' }] }).body)).toEqual([{ title: 'Opmerking', value: '—' }]);
  });
});

describe('answer card', () => {
  it('tells with words as well as a sign whether the target is met', () => {
    expect(texts(answerCard(reachAnswer).body)).toContain('✗ Niet gehaald. Doel: minstens 90%, streven 100%');
    expect(texts(answerCard({ ...reachAnswer, target: { text: 'Doel: minstens 80%', met: 'yes' } }).body)).toContain('✓ Gehaald. Doel: minstens 80%');
    expect(texts(answerCard({ ...reachAnswer, target: { text: 'Doel: minstens 80%', met: 'unsure' } }).body)).toContain('Rond het doel. Doel: minstens 80%');
    expect(protectedAnswer).not.toHaveProperty('target');
    expect(texts(answerCard(protectedAnswer).body).join()).not.toMatch(/gehaald/i);
  });
  it('gives the same numbers in the chart, in its fallback and in the facts', () => {
    const { body } = answerCard(reachAnswer);
    const chart = chartOf(body);
    expect((chart['data'] as readonly { y: number }[]).map((bar) => String(bar.y))).toEqual(factsOf(body).map((fact) => fact.value));
    expect(texts([chart.fallback]).filter((line) => line.includes(':'))).toEqual(['In de gemeente: 24', 'Elders: 2', 'Niet bereikt: 2', 'Onbekend: 3']);
  });
  it('draws one block for a few, none for none, and no chart of one bar or of zeros', () => {
    const bars = (values: readonly number[]) => texts([chartOf(answerCard({ ...reachAnswer, chart: values.map((value) => ({ label: 'Deel', value, color: 'neutral' as const })) }).body).fallback]).filter((line) => line.startsWith('█')).map((line) => line.length);
    expect(bars([99, 1, 0])).toEqual([16, 1]);
    for (const values of [[0, 0], [3]]) expect(answerCard({ ...reachAnswer, chart: values.map((value) => ({ label: 'Deel', value, color: 'neutral' as const })) }).body.some(({ type }) => type.startsWith('Chart.'))).toBe(false);
  });
  it('has no chart when there is nothing to draw, and shows "<5" as it is', () => {
    const { body } = answerCard(protectedAnswer);
    expect(body.some((element) => element.type.startsWith('Chart.'))).toBe(false);
    expect(texts(body)).toContain('<5');
  });
  it('gives the reference', () => {
    expect(texts(answerCard(reachAnswer).body).at(-1)).toBe('Referentie KL-7F3K-92QD');
  });
});

describe('summary for the notification', () => {
  it('is one plain sentence for each card', () => {
    expect(cards.summaryOfForm(intakeForm)).toBe('Instroom melden: dit kan zo niet worden opgeslagen.');
    expect(cards.summaryOfForm({ ...intakeForm, findings: [groupFull] })).toBe('Instroom melden: nog niet opgeslagen, er ontbreekt iets.');
    expect(cards.summaryOfForm({ ...intakeForm, fields: [], findings: [groupFull] })).toBe('Instroom melden: klopt dit?');
    expect(cards.summaryOfForm({ ...intakeForm, fields: [], findings: [] })).toBe('Instroom melden: vul het formulier in.');
    expect(cards.summaryOfReceipt(indicationReceipt)).toBe('Opgeslagen: VE-indicatie vastgelegd.');
    expect(cards.summaryOfNotice(menu)).toBe('Wat wilt u doen? U kunt ook een zin typen, zoals: uitstroom PU-4KX7 verhuisd per 1 maart.');
    expect(cards.summaryOfNotice({ ...menu, title: 'Gelukt', paragraphs: [] })).toBe('Gelukt.');
    expect(cards.summaryOfAnswer(reachAnswer)).toBe('Bereik · Putten: 83,9% (26 van 31 doelgroeppeuters). Kwartaal 1 van 2024, peildatum 31-03-2024.');
  });
});
