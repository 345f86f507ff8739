import { describe, expect, it } from 'vitest';
import { assertCard, cardProblems } from '../../cards/check.ts';
import { formCard } from '../../cards/form.ts';
import type { Card } from '../../cards/types.ts';
import { intakeForm } from './models.ts';

type Loose = Record<string, unknown>;
const text: Loose = { type: 'TextBlock', text: 'Hallo', wrap: true };
const action: Loose = { type: 'Action.Execute', title: 'Ja', verb: 'go', data: {}, fallback: { type: 'Action.Submit', title: 'Ja', data: { verb: 'go' } } };
const choices: Loose = { type: 'Input.ChoiceSet', id: 'c', label: 'Keuze', wrap: true, choices: [{ title: 'A', value: 'a' }] };
const card = (body: readonly unknown[], more: Loose = {}): Loose => ({ type: 'AdaptiveCard', version: '1.5', fallbackText: 'Kaart', body, ...more });
const without = (element: Loose, key: string): Loose => Object.fromEntries(Object.entries(element).filter(([name]) => name !== key));

describe('the walker accepts', () => {
  it.each<[string, Loose]>([
    ['a sound card', card([text, choices], { actions: [action] })],
    ['six actions', card([text], { actions: Array.from({ length: 6 }, () => action) })],
    ['an element inside a column', card([{ type: 'ColumnSet', columns: [{ type: 'Column', width: 'auto', items: [text] }] }])],
    ['links, over TLS or to this machine', card([text], { actions: ['https://bot.example/export/a.b', 'http://127.0.0.1:3978/export/a', 'http://localhost/x', 'http://[::1]:3978/x'].map((url) => ({ type: 'Action.OpenUrl', title: 'Excel', url })) })],
    ['a chart with a fallback', card([{ type: 'Chart.Donut', data: [], fallback: text }])],
    ['broken markup, a remark in brackets and a number below five', card([{ ...text, text: '[x]\u200b(http://evil) [sic] <5 <\u200bat>' }])],
  ])('%s', (_name, value) => expect(cardProblems(value)).toEqual([]));
});

describe('the walker refuses', () => {
  it.each<[string, unknown, string]>([
    ['what is no card at all', null, 'card that is not an object'],
    ['another version', card([text], { version: '1.6' }), 'version other than 1.5'],
    ['a refresh on the card', card([text], { refresh: {} }), 'refresh'],
    ['a refresh inside', card([{ type: 'Container', items: [text], refresh: {} }]), 'refresh'],
    ['a missing fallback text', without(card([text]), 'fallbackText'), 'fallbackText is empty'],
    ['an empty body', card([]), 'empty body'],
    ['a table', card([{ type: 'Table' }]), 'element Table is not on our list'],
    ['another chart', card([{ type: 'Chart.Gauge', fallback: text }]), 'element Chart.Gauge is not on our list'],
    ['a string among the elements', card(['hallo']), 'element that is not an object'],
    ['an image deep inside', card([{ type: 'Container', items: [{ type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'Image' }] }] }] }]), 'element Image is not on our list'],
    ['text without wrap', card([without(text, 'wrap')]), 'TextBlock without wrap'],
    ['a list without wrap', card([without(choices, 'wrap')]), 'Input.ChoiceSet without wrap'],
    ['a list without choices', card([{ ...choices, choices: [] }]), 'Input.ChoiceSet without choices'],
    ['a list with the same value twice', card([{ ...choices, choices: [{ title: 'A', value: 'a' }, { title: 'B', value: 'a' }] }]), 'Input.ChoiceSet with the same value twice'],
    ['a choice without a title', card([{ ...choices, choices: [{ title: '', value: 'a' }] }]), 'choice without title or value'],
    ['a comma among several choices', card([{ ...choices, isMultiSelect: true, choices: [{ title: 'A', value: 'a,b' }] }]), 'comma in the value of a multiple choice'],
    ['an input without label', card([without(choices, 'label')]), 'Input.ChoiceSet without label'],
    ['an input without id', card([{ type: 'Input.Text', label: 'Code' }]), 'Input.Text without id'],
    ['the same id twice', card([choices, { type: 'Input.Date', id: 'c', label: 'Dag' }]), 'duplicate id c'],
    ['seven actions, some in the body', card([{ type: 'ActionSet', actions: [action, action] }], { actions: Array.from({ length: 5 }, () => action) }), '7 actions, at most 6'],
    ['a submit as action', card([text], { actions: [{ type: 'Action.Submit', title: 'x', data: {} }] }), 'action Action.Submit is not on our list'],
    ...['http://evil', 'http://127.0.0.1.evil.example/x', 'http://user@127.0.0.1/x', 'https://user:secret@bot.example', 'javascript:alert(1)', 'file:///etc/passwd', '/export/x', '', undefined]
      .map((url): [string, unknown, string] => [`a link to ${url}`, card([text], { actions: [{ type: 'Action.OpenUrl', title: 'x', url }] }), 'link that is not https, nor http on this machine']),
    ['a link without title', card([text], { actions: [{ type: 'Action.OpenUrl', url: 'https://bot.example' }] }), 'link without title'],
    ['an action without fallback', card([text], { actions: [without(action, 'fallback')] }), 'Action.Execute without Action.Submit as fallback'],
    ['an action without title', card([text], { actions: [without(action, 'title')] }), 'action without title or verb'],
    ['a fallback with another verb', card([text], { actions: [{ ...action, fallback: { type: 'Action.Submit', data: { verb: 'other' } } }] }), 'Action.Submit without the verb in its data'],
    ['a name that clients keep for themselves in data', card([text], { actions: [{ ...action, data: { formKey: 'k', key: 'k', msteams: {} } }] }), 'reserved name in the data of an action: key, msteams'],
    ['an input that would replace the verb', card([{ ...choices, id: 'verb' }]), 'reserved id verb'],
    ['a chart without fallback', card([{ type: 'Chart.HorizontalBar' }]), 'Chart.HorizontalBar without fallback'],
    ['a fault in the fallback of a chart', card([{ type: 'Chart.Donut', fallback: { type: 'Image' } }]), 'element Image is not on our list'],
    ['an empty fact', card([{ type: 'FactSet', facts: [{ title: 'A', value: '' }] }]), 'fact value is empty'],
    ['facts without facts', card([{ type: 'FactSet', facts: [] }]), 'FactSet without facts'],
    ['a live link', card([{ ...text, text: 'zie [x](http://evil)' }]), 'TextBlock has a link, tag or mention: zie [x](http://evil)'],
    ['a link that only some clients see as escaped', card([{ ...text, text: '\\[x](y)' }]), 'TextBlock has a link, tag or mention: \\[x](y)'],
    ['the definition of a link', card([{ ...text, text: '[x]: http://evil' }]), 'TextBlock has a link, tag or mention: [x]: http://evil'],
    ['a mention in a fact', card([{ type: 'FactSet', facts: [{ title: '<at>Jan</at>', value: 'x' }] }]), 'fact title has a link, tag or mention: <at>Jan</at>'],
  ])('%s', (_name, value, problem) => expect(cardProblems(value)).toEqual([problem]));

  it('a card above 25 KB, and not the one that just fits', () => {
    const fill = (length: number) => card([{ ...text, text: 'a'.repeat(length) }]);
    const room = 25 * 1024 - JSON.stringify(fill(0)).length;
    expect(cardProblems(fill(room))).toEqual([]);
    expect(cardProblems(fill(room + 1))).toEqual(['25601 bytes, at most 25600']);
  });
  it('counts bytes, not characters', () => {
    expect(cardProblems(card([{ ...text, text: '€'.repeat(9000) }])).join()).toMatch(/^27\d{3} bytes, at most 25600$/);
  });
});

describe('assertCard', () => {
  const good = formCard(intakeForm);
  it('gives back a sound card', () => expect(assertCard(good)).toBe(good));
  it('names every problem of another', () => {
    const bad = { ...good, version: '1.6', fallbackText: '' } as unknown as Card;
    expect(() => assertCard(bad)).toThrow('version other than 1.5; fallbackText is empty');
  });
});
