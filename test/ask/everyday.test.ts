import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import type { Answering, Scope, Vocabulary } from '../../src/ask/question.ts';
import { answeringLine } from './canonical.ts';
import { context } from './question-set.ts';

/** Sentences that people type, beside the question set, with names that are hard to tell from words and from each other. */
const entry = (kind: Scope['kind'], id: string, name: string, label = name): Vocabulary[number] => ({ scope: { kind, id, name: label }, names: [name] });
const vocabulary: Vocabulary = [
  entry('municipality', '0273', 'Putten'), entry('municipality', '1700', 'Twenterand'),
  entry('location', 'a', 'De Krokodillen'), entry('location', 'b', "'t Singeltje"), entry('location', 'c', 'Mei'), entry('location', 'd', 'De WIJ'), entry('location', 'e', 'Twenterand', 'Twenterand (locatie)'),
  entry('location', 'f', 'Het Nest'), entry('location', 'g', 'Het Nest'), entry('location', 'h', 'Kind & Co Ludens'),
];
const read = (text: string): Answering => ask(text, { ...context, vocabulary });
const line = (text: string): string => answeringLine(read(text));
const labels = (text: string): readonly string[] => {
  const answering = read(text);
  return answering.kind === 'clarify' ? answering.options.map(({ label }) => label) : [answering.kind];
};

describe('the figure of a sentence', () => {
  it.each([
    ['Hoe hoog was het bereik?', 'reach'], ['vve-bereik', 'reach'], ['hoeveel kinderen zijn bereikt', 'reach'], ['hoeveel doelgroeppeuters zijn bereikt', 'reach'], ['bereik van doelgroeppeuters', 'reach'],
    ['hoeveel ve-plaatsen zijn er?', 've-places'], ['kindplaatsen', 've-places'], ['zijn er nog plekken vrij?', 'free-places'], ['vrije ve-plaatsen', 'free-places'], ['hoeveel kindplaatsen zijn er nog vrij', 'free-places'], ['plek vrij', 'free-places'],
    ['hoeveel kinderen zijn niet bereikt?', 'not-reached'], ['bereikt elders', 'placed-elsewhere'], ['aantal indicaties', 'indications'],
  ])('"%s" is %s of today', (text, measure) => expect(line(text)).toBe(`${measure} | 2026-11-22`));

  it.each([
    ['non-bereik Q1', 'not-reached | 2026-Q1'], ['eerder gestopt', 'early-exits | 2026'], ['gemiddelde leeftijd bij de instroom', 'start-age | 2026'], ['bereik en wachtlijst', 'reach + waiting | 2026-11-22'],
    ['waarom niet bereikt?', 'not-reached | 2026-11-22 | per reason'], ['redenen van non-bereik', 'not-reached | 2026-11-22 | per reason'], ['capaciteit per houder', 've-places | 2026-11-22 | per provider'],
    ['bereik per maart 2024', 'reach | 2024-03'], ['bereik Q1 en Q2 van 2024', 'reach | 2024-Q1 <> 2024-Q2'], ['bereik tot 1 maart', 'reach | 2026-01-01..2026-02-28'], ['bereik week 12', 'reach | 2026-W12'],
  ])('"%s" is %s', (text, expected) => expect(line(text)).toBe(expected));

  it('is asked back when a period stands alone, or two splits stand together', () => {
    expect(labels('Q1 2024?')).toHaveLength(4);
    expect(labels('redenen Q1 2024')[0]).toContain('per reden');
    expect(labels('uitstroom per reden en per locatie Q1')).toEqual(['Uitstroom · kwartaal 1 van 2026 · per reden', 'Uitstroom · kwartaal 1 van 2026 · per locatie']);
  });
});

describe('the place of a sentence', () => {
  it.each([
    ['bereik in Putten', 'Putten'], ['bereik gemeente Twenterand', 'Twenterand'], ['capaciteit locatie twenterand', 'Twenterand (locatie)'], ['capaciteit krokodillen', 'De Krokodillen'], ['vrije plekken ’t singeltje', "'t Singeltje"],
    ['vrije plekken kind en co ludens', 'Kind & Co Ludens'], ['capaciteit locatie mei', 'Mei'], ['bezetting bij locatie De WIJ', 'De WIJ'],
  ])('"%s" is about %s', (text, name) => expect(read(text)).toMatchObject({ kind: 'question', question: { scopes: [{ name }] } }));

  it('is asked back when a name of everyday words may be meant, and not for a figure that means nothing there', () => {
    expect(labels('vrije plekken bij De WIJ')).toEqual(['Vrije plekken · 22-11-2026 · De WIJ', 'Vrije plekken · 22-11-2026']);
    expect(read('vrije plekken in mei')).toMatchObject({ kind: 'question', question: { scopes: [] } });
    expect(read('vrije plekken, de stand van wij')).toMatchObject({ kind: 'question', question: { scopes: [] } });
  });

  it('is asked back when two places have the name', () => {
    expect(labels('capaciteit Twenterand')).toEqual(['Capaciteit · 22-11-2026 · Twenterand', 'Capaciteit · 22-11-2026 · Twenterand (locatie)']);
    expect(read('bereik Twenterand')).toMatchObject({ kind: 'question', question: { scopes: [{ kind: 'municipality', id: '1700' }] } });
  });

  it('is never one of two that a button cannot tell apart', () => {
    for (const text of ['capaciteit Het Nest', 'Het Nest', 'vrije plekken en capaciteit Het Nest Q1']) expect(read(text), text).toMatchObject({ kind: 'clarify', options: [] });
  });
});

describe('what is not read', () => {
  it.each([
    ['bereik in Vroomshoop', ['Vroomshoop']], ['bereik Jongens', ['Jongens']], ['bereik van peuters van 2 jaar', ['2', 'jaar']], ['capaciteit per locatie De Krokodillen', ['per']],
  ])('is named for "%s"', (text, words) => expect(read(text)).toEqual({ kind: 'not-understood', words }));

  it.each([
    ['capaciteit Q1 2027', 'period-problem'], ['morgen', 'period-problem'], ['bereik per dag', 'explain'], ["bereik'; drop table children", 'refused'], ['uitstroom PU-4KX7-9TM9 verhuisd per 1 maart', 'refused'], ['', 'small-talk'], ['???', 'small-talk'], ['Dag', 'small-talk'], ['Dank u wel!', 'small-talk'],
  ])('"%s" is no figure but %s', (text, kind) => expect(read(text).kind).toBe(kind));
});
