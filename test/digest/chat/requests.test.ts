import { describe, expect, it } from 'vitest';
import { weekPostAsk } from '../../../src/digest/chat/requests.ts';

const TODAY = '2026-11-23';
const ask = (text: string) => weekPostAsk(text, TODAY);

describe('what is asked of the weekly post', () => {
  it.each([
    ['koppel dit kanaal aan IJsselstein', 'IJsselstein'],
    ['Koppel kanaal aan de gemeente Putten.', 'Putten'],
    ['verbind het kanaal met regio Lekstroom', 'Lekstroom'],
    ['koppel dit kanaal', ''],
    ['kanaal koppelen', ''],
    ['weekpost koppelen aan Putten', 'Putten'],
  ])('"%s" binds to "%s"', (text, place) => expect(ask(text)).toEqual({ kind: 'bind', place }));

  it.each([['ontkoppel', 'end'], ['Ontkoppel dit kanaal!', 'end'], ['stop de weekpost', 'end'], ['hervat', 'resume'], ['hervat de weekpost', 'resume'],
    ['stuur de weekpost nu als proef (alleen aan mij)', 'trial'], ['proef van de weekpost', 'trial'], ['status weekpost', 'status'], ['weekpost', 'status'], ['koppelingen?', 'status'],
    ['weekpost stoppen', 'end'], ['dit kanaal ontkoppelen', 'end'], ['weekpost hervatten', 'resume'], ['weekpost uit', 'status'], ['weekpost aanzetten', 'status'], ['hoe koppel ik een kanaal?', 'status'], ['Hoe koppel je dit kanaal aan mijn gemeente?', 'status'], ['koppel', 'status']])(
    '"%s" is %s', (text, kind) => expect(ask(text)).toEqual({ kind }));

  it.each([
    ['pauzeer', { kind: 'open' }],
    ['weekpost pauzeren tot morgen', { kind: 'day', day: '2026-11-24' }],
    ['pauzeer de weekpost tot 5 januari 2027', { kind: 'day', day: '2027-01-05' }],
    ['pauzeer t/m 4-1-2027', { kind: 'day', day: '2027-01-05' }],
    ['pauzeer tot morgen', { kind: 'day', day: '2026-11-24' }],
    ['pauzeer tot vandaag', { kind: 'unclear' }],
    ['pauzeer tot 24-11-2027', { kind: 'day', day: '2027-11-24' }],
    ['pauzeer tot 25-11-2027', { kind: 'unclear' }],
    ['pauzeer tot sint-juttemis', { kind: 'unclear' }],
  ])('"%s" pauses until %j', (text, until) => expect(ask(text)).toEqual({ kind: 'pause', until }));

  it.each(['bereik', 'koppel PU-4KX7-9TM9 aan PU-2222-2222', 'uitstroom deze week', 'pauzeerknop', 'stop', 'koppelen PU-4KX7-9TM9', 'hoe koppel ik twee codes?', 'ontkoppel het kind', ''])('"%s" is something else', (text) => expect(ask(text)).toBeUndefined());
});
