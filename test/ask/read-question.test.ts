import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/ask/read-question.ts';
import type { Reading, Vocabulary } from '../../src/ask/types.ts';
import { catalogue } from '../../src/figures/catalogue.ts';

const today = '2026-11-22';
const vocabulary: Vocabulary = {
  municipalities: [{ code: '0273', name: 'Putten' }, { code: '1700', name: 'Twenterand' }],
  locations: [
    { id: 'a', name: 'De Krokodillen' }, { id: 'b', name: "'t Singeltje" }, { id: 'c', name: 'Mei' }, { id: 'd', name: 'De WIJ' },
    { id: 'e', name: 'Twenterand' }, { id: 'f', name: 'Het Nest' }, { id: 'g', name: 'Het Nest' }, { id: 'h', name: 'Kind & Co Ludens' },
  ],
};
const read = (text: string): Reading => readQuestion(text, { today, vocabulary });

describe('the measure of a question', () => {
  it.each([
    ['bereik', 'reach'], ['Hoe hoog was het bereik?', 'reach'], ['vve-bereik', 'reach'], ['doelgroepbereik', 'reach'], ['hoeveel kinderen zijn bereikt', 'reach'],
    ['capaciteit', 've-places'], ['hoeveel ve-plaatsen zijn er?', 've-places'], ['kindplaatsen', 've-places'],
    ['vrije plekken', 'free-places'], ['Waar is nog plek?', 'free-places'], ['zijn er nog plekken vrij?', 'free-places'], ['vrije ve-plaatsen', 'free-places'], ['hoeveel kindplaatsen zijn er nog vrij', 'free-places'], ['plek vrij', 'free-places'],
    ['doelgroeppeuters', 'target-toddlers'], ['Hoeveel doelgroeppeuters zijn er?', 'target-toddlers'], ['hoeveel doelgroeppeuters zijn bereikt', 'reach'], ['bereik van doelgroeppeuters', 'reach'],
    ['bereik volgens de Inspectie', 'reach-inspectorate'], ['niet bereikt', 'not-reached'], ['non-bereik Q1', 'not-reached'], ['hoeveel kinderen zijn niet bereikt?', 'not-reached'],
    ['onbekend', 'unknown'], ['elders geplaatst', 'placed-elsewhere'], ['bereikt elders', 'placed-elsewhere'], ['gronden', 'indications'], ['aantal indicaties', 'indications'],
    ['bezetting', 'occupancy'], ['bezette plekken', 'taken-places'], ['hoeveel plekken zijn bezet', 'taken-places'], ['instroom?', 'intakes'], ['uitstroom Q1', 'exits'],
    ['vroegtijdige uitstroom', 'early-exits'], ['eerder gestopt', 'early-exits'], ['gemiddelde startleeftijd', 'start-age'], ['gemiddelde leeftijd bij de instroom', 'start-age'],
  ])('of "%s" is %s', (text, measure) => expect(read(text)).toMatchObject({ kind: 'question', measure }));

  it('is known for every name in the catalogue', () => {
    for (const { id, names } of catalogue.all) for (const name of names) expect(read(name), name).toMatchObject({ kind: 'question', measure: id });
  });

  it('is asked for when two are named, or a period or place stands alone', () => {
    expect(read('bereik en capaciteit Q1')).toMatchObject({ kind: 'clarify', options: [{ question: 'bereik kwartaal 1 van 2026' }, { question: 'capaciteit kwartaal 1 van 2026' }] });
    expect(read('Q1 2024?')).toMatchObject({ kind: 'clarify', options: [{ question: 'bereik kwartaal 1 van 2024' }, {}, {}, {}, {}, {}] });
    expect(read('Putten')).toMatchObject({ kind: 'clarify', options: [{ question: 'bereik gemeente Putten' }, {}, {}, {}, {}, {}] });
    expect(read('bereik en wachtlijst')).toMatchObject({ kind: 'clarify', options: [{ question: 'bereik' }, { question: 'wachtende peuters' }] });
  });
});

describe('the split of a question', () => {
  it.each([
    ['bereik per locatie', 'location'], ['uitstroom Q1 per reden', 'reason'], ['waarom niet bereikt?', 'reason'], ['redenen van non-bereik', 'reason'], ['bereik naar wijk', 'neighbourhood'],
    ['capaciteit per houder', 'provider'], ['doelgroeppeuters per grond', 'ground'],
  ])('of "%s" is %s', (text, breakdown) => expect(read(text)).toMatchObject({ kind: 'question', breakdown }));
  it('is absent when none was named', () => expect(read('uitstroom Q1')).not.toHaveProperty('breakdown'));
  it('is asked for when two are named, and offers only figures that have it', () => {
    expect(read('uitstroom per reden en per locatie Q1')).toMatchObject({ kind: 'clarify', options: [{ question: 'hoeveel uitstroom per reden kwartaal 1 van 2026' }, { question: 'hoeveel uitstroom per locatie kwartaal 1 van 2026' }] });
    expect(read('redenen Q1 2024')).toMatchObject({ kind: 'clarify', options: [{ question: 'hoeveel niet bereikt per reden kwartaal 1 van 2024' }, {}, {}, {}, {}] });
  });
  it('leaves a place its name', () => expect(read('capaciteit per locatie De Krokodillen').kind).toBe('not-understood'));
});

describe('the period of a question', () => {
  it('is this year for what is counted over a period', () => expect(read('uitstroom?')).toMatchObject({ period: { label: '2026' }, periodAssumed: true }));
  it('is today when none was named, and says so', () => expect(read('bereik')).toMatchObject({ period: { kind: 'day', start: today }, periodAssumed: true }));
  it('is as named', () => {
    expect(read('bereik Q1?')).toMatchObject({ period: { label: 'kwartaal 1 van 2026' }, periodAssumed: true });
    expect(read('bereik Q1 2024')).toMatchObject({ period: { label: 'kwartaal 1 van 2024' }, periodAssumed: false });
    expect(read('bereik per maart 2024')).toMatchObject({ period: { label: 'maart 2024' } });
  });
  it.each([['bereik 30 februari', '30 februari bestaat niet.'], ['bereik Q5', 'Er is geen kwartaal 5; een jaar heeft er vier.'], ['capaciteit Q1 2027', 'Kwartaal 1 van 2027 begint pas op 01-01-2027; daarover zijn nog geen cijfers.']])('is refused in "%s"', (text, sentence) => expect(read(text)).toEqual({ kind: 'period-problem', text: sentence }));
  it('is asked for when two were named', () => expect(read('bereik Q1 en Q2 van 2024')).toMatchObject({ kind: 'clarify', options: [{ question: 'bereik kwartaal 1 van 2026' }, { question: 'bereik kwartaal 2 van 2024' }] }));
});

describe('the scope of a question', () => {
  it.each([
    ['bereik in Putten', { kind: 'municipality', code: '0273' }], ['bereik gemeente Twenterand', { kind: 'municipality', code: '1700' }], ['bereik locatie twenterand', { kind: 'location', id: 'e' }],
    ['capaciteit De Krokodillen', { kind: 'location', id: 'a' }], ['capaciteit krokodillen Q1', { kind: 'location', id: 'a' }], ["vrije plekken ’t singeltje", { kind: 'location', id: 'b' }], ['vrije plekken kind en co ludens', undefined], ['vrije plekken Kind & Co Ludens', { kind: 'location', id: 'h' }],
    ['bereik locatie mei', { kind: 'location', id: 'c' }],
  ])('of "%s" is %j', (text, scope) => {
    const reading = read(text);
    expect(reading.kind === 'question' ? reading.scope : undefined).toEqual(scope);
  });
  it('is absent when no place was named', () => expect(read('bereik mei')).not.toHaveProperty('scope'));

  it('is asked for when it could be two', () => {
    expect(read('bereik Twenterand')).toMatchObject({ kind: 'clarify', options: [{ question: 'bereik gemeente Twenterand' }, { question: 'bereik locatie Twenterand' }] });
    expect(read('bereik in Putten en De Krokodillen')).toMatchObject({ kind: 'clarify', options: [{ question: 'bereik gemeente Putten' }, { question: 'bereik locatie De Krokodillen' }] });
    expect(read('vrije plekken bij De WIJ')).toMatchObject({ kind: 'clarify', options: [{ question: 'vrije plekken locatie De WIJ' }, { question: 'vrije plekken' }] });
    expect(read('capaciteit Het Nest')).toMatchObject({ kind: 'clarify', options: [] });
  });
});

describe('words that are not known', () => {
  it.each([
    ['bereik in Vroomshoop', ['Vroomshoop']], ['bereik Jongens', ['Jongens']], ['niet vrije plekken', ['niet']], ['uitstroom PU-4KX7-9TM9 verhuisd per 1 maart', ['PU', '4KX7', '9TM9', 'verhuisd']], ['bereik per kleur', ['per', 'kleur']], ['bereik per dag', ['per', 'dag']],
    ['bereik tot 1 maart', ['tot']], ['bereik van peuters van 2 jaar', ['2', 'jaar']], ['bereik week 12', ['week', '12']], ["bereik'; drop table children", ['drop', 'table', 'children']],
  ])('are named for "%s" instead of skipped', (text, words) => expect(read(text)).toEqual({ kind: 'not-understood', words }));
});

describe('what is no question', () => {
  it.each(['', '   ', 'afmelden PU-4KX7-9TM9 verhuisd per 1 maart', 'toon berekening KL-123', 'hoe gaat het', 'morgen', '???', 'hoeveel kinderen'])('is "%s"', (text) => expect(read(text)).toEqual({ kind: 'not-a-question' }));
  it('is a greeting or thanks', () => {
    for (const text of ['hoi', 'Goede morgen!', 'Dag']) expect(read(text)).toEqual({ kind: 'small-talk', which: 'greeting' });
    for (const text of ['bedankt', 'Dank u wel!', 'hoi, dank je']) expect(read(text)).toEqual({ kind: 'small-talk', which: 'thanks' });
  });
  it('is text above the limit', () => {
    expect(read(`bereik${' '.repeat(3994)}`).kind).toBe('question');
    expect(read(`bereik${' '.repeat(3995)}`).kind).toBe('not-a-question');
  });
});

const questions = ['bereik', 'bereik Q1 2024', 'capaciteit De Krokodillen vorig kwartaal', 'vrije plekken', 'bereik in Vroomshoop', 'bereik 30 februari', 'bereik en capaciteit', 'bereik Twenterand', 'waar is nog plek per 1 maart 2024'];

describe('laws of reading', () => {
  it('politeness, case, spaces and closing punctuation change nothing', () => {
    const before = fc.constantFrom('', 'Hallo, ', 'Goede morgen! ', 'Kunt u mij ', 'Graag ', 'Ik wil graag weten: ');
    const behind = fc.constantFrom('', '?', '!!', ' …', ' alstublieft', ', a.u.b.', ' graag. Alvast bedankt!', ' svp :)');
    const style = fc.constantFrom((text: string) => text, (text: string) => text.toUpperCase(), (text: string) => text.toLowerCase(), (text: string) => text.replaceAll(' ', ' \t\u00A0 '));
    const lower = (reading: Reading): string => JSON.stringify(reading).toLowerCase();
    fc.assert(fc.property(fc.constantFrom(...questions), before, behind, style, (question, start, end, apply) => { expect(lower(read(start + apply(question) + end))).toBe(lower(read(question))); }), { numRuns: 500 });
  });

  it('every option that is offered reads as a question', () => {
    const words = fc.constantFrom('bereik', 'capaciteit', 'vrije plekken', 'Q1', 'q2 2024', '1 maart 2025', '24/25', 'vorig jaar', 'Putten', 'Twenterand', 'De Krokodillen', 'De WIJ', 'wachtlijst', 'per locatie', 'per reden', 'niet bereikt', 'uitstroom', 'doelgroeppeuters');
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (parts) => {
      const reading = read(parts.join(' '));
      if (reading.kind === 'clarify') for (const { question } of reading.options) expect(read(question).kind, question).toBe('question');
    }), { numRuns: 300 });
  });

  it('a word that is added to an answered question is understood or named, never skipped', () => {
    fc.assert(fc.property(fc.stringMatching(/^[b-df-hj-np-tv-z]{4,9}$/), (word) => { expect(read(`bereik ${word} Q1 2024`)).toEqual({ kind: 'not-understood', words: [word] }); }));
  });

  it('never throws and takes little time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => { expect(read(text)).toHaveProperty('kind'); }));
    const begun = performance.now();
    for (const piece of ['nog plek ', 'de ', 'bereik Q1 ', '1-1-', '\u0301a', 'waar zijn nog ']) read(piece.repeat(4000 / piece.length));
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
