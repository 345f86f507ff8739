import type { AnswerModel, FormModel, NoticeModel, Option, ReceiptModel } from '../../cards/models.ts';
import type { Finding } from '../../src/policy/engine/types.ts';

/** Representative models: what a pedagogical worker, a nurse and an official really see. */

export const groupFull: Finding = {
  rule: 'group-size', level: 'confirm',
  text: 'De Krokodillen heeft met dit kind 17 ingeschreven kinderen. Er mogen er hooguit 16 tegelijk aanwezig zijn.',
  citation: { document: 'Besluit basisvoorwaarden kwaliteit voorschoolse educatie', section: 'art. 3(2)', status: 'read-old-version', note: 'Gelezen in de tekst van 2018.' },
};
export const tooOld: Finding = {
  rule: 'age-within-window', level: 'block',
  text: 'Het kind is op 1 april 2024 al 4 jaar. Een VE-plaats is er tot de dag voor de 4e verjaardag.',
  citation: { document: 'Beleidskader OAB Putten 2025-2028', section: 'hoofdstuk 3', status: 'read' },
};
export const fewHours: Finding = {
  rule: 'hours-per-week', level: 'inform',
  text: 'Met 12 uur per week komt dit kind tot de 4e verjaardag op 720 uur. Dat is 240 uur minder dan de 960 uur die worden aangeboden.',
  citation: { document: 'Besluit basisvoorwaarden kwaliteit voorschoolse educatie', section: 'art. 2(1)', status: 'read' },
};
export const backdated: Finding = {
  rule: 'backdated', level: 'confirm',
  text: 'De startdatum ligt meer dan 31 dagen terug. Cijfers over die periode kunnen hierdoor veranderen.',
  citation: { document: 'Werkafspraken monitor', status: 'not-read' },
};

export const manyOptions = (count: number, label: (index: number) => string = (index) => `Groep ${index + 1} van kinderopvanglocatie De Eigenwijsjes`): readonly Option[] =>
  Array.from({ length: count }, (_, index) => ({ value: `group-${index + 1}`, label: label(index) }));

export const intakeForm: FormModel = {
  title: 'Instroom melden',
  actingAs: 'Pedagogisch medewerker · De Krokodillen',
  intro: 'Vul in wanneer het kind start. Dit kost minder dan een minuut.',
  notice: 'Ik las: instroom van PU-4KX7 per 1 april 2024. Klopt dat niet, pas het dan hieronder aan.',
  fields: [
    { kind: 'text', id: 'code', label: 'Code van het kind', required: true, maxLength: 7, placeholder: 'PU-4KX7', hint: 'De ouders kregen deze code van de jeugdverpleegkundige.' },
    { kind: 'choice', id: 'group', label: 'Groep', required: true, options: manyOptions(6), placeholder: 'Kies een groep' },
    { kind: 'date', id: 'firstDay', label: 'Eerste dag', required: true, error: 'De eerste dag ligt voor de geboortedatum.' },
    { kind: 'choice', id: 'place', label: 'Soort plaats', options: [{ value: 've', label: 'VE-plaats' }, { value: 'regular', label: 'Gewone plaats' }] },
    { kind: 'choice', id: 'days', label: 'Dagen', multiple: true, options: [['mon', 'Maandag'], ['tue', 'Dinsdag'], ['thu', 'Donderdag']].map(([value = '', label = '']) => ({ value, label })) },
    { kind: 'text', id: 'note', label: 'Opmerking', maxLength: 2000, multiline: true, hint: 'Geen namen of medische gegevens.' },
  ],
  values: { code: 'PU-4KX7', group: 'group-2', firstDay: '2024-04-01', place: 've', days: 'mon,thu', note: 'Start na de meivakantie.' },
  findings: [tooOld, groupFull, backdated],
  buttons: [
    { title: 'Opslaan', verb: 'intake.save', data: { formKey: '5b1c' }, style: 'positive', withInputs: true },
    { title: 'Annuleren', verb: 'menu' },
  ],
};

export const intakeReceipt: ReceiptModel = {
  title: 'Instroom van PU-4KX7',
  actingAs: 'Pedagogisch medewerker · De Krokodillen',
  facts: [
    { label: 'Groep', value: 'De Krokodillen' },
    { label: 'Eerste dag', value: '01-04-2024' },
    { label: 'Uren per week', value: '12' },
    { label: 'Opmerking', value: 'Start na de meivakantie.' },
  ],
  findings: [fewHours, groupFull],
  buttons: [{ title: 'Nog een instroom', verb: 'intake.open', style: 'positive' }, { title: 'Corrigeren', verb: 'correction.open', data: { record: 'r-17' } }],
};

export const indicationReceipt: ReceiptModel = {
  title: 'VE-indicatie vastgelegd',
  actingAs: 'Jeugdverpleegkundige · JGZ Putten',
  highlight: { label: 'Geef deze code aan de ouders', value: 'PU-4KX7' },
  facts: [{ label: 'Geboren', value: '14-06-2021' }, { label: 'Gronden', value: 'Opleiding ouders, taal thuis' }],
  findings: [],
  buttons: [{ title: 'Toeleiding melden', verb: 'guidance.open', style: 'positive' }],
};

export const unknownPerson: NoticeModel = {
  title: 'Ik ken u nog niet',
  tone: 'warning',
  paragraphs: ['Vraag de beleidsadviseur van uw gemeente om een uitnodigingscode en stuur die code aan mij.', 'Zonder code kan ik u geen gegevens tonen.'],
  buttons: [{ title: 'Hoe werkt dit?', verb: 'help' }],
};
export const menu: NoticeModel = {
  title: 'Wat wilt u doen?',
  actingAs: 'Pedagogisch medewerker · De Krokodillen',
  paragraphs: ['U kunt ook een zin typen, zoals: uitstroom PU-4KX7 verhuisd per 1 maart.'],
  buttons: [
    { title: 'Instroom', verb: 'intake.open', style: 'positive' }, { title: 'Uitstroom', verb: 'exit.open' },
    { title: 'Corrigeren', verb: 'correction.open' }, { title: 'Vrije plekken', verb: 'ask', data: { question: 'vrije plekken' } }, { title: 'Help', verb: 'help' },
  ],
};

export const reachAnswer: AnswerModel = {
  actingAs: 'Beleidsadviseur onderwijs · gemeente Putten',
  title: 'Bereik · Putten',
  period: 'Kwartaal 1 van 2024, peildatum 31-03-2024',
  figure: '83,9%',
  basis: '26 van 31 doelgroeppeuters',
  parts: [
    { label: 'In de gemeente', value: '24' }, { label: 'Elders', value: '2' },
    { label: 'Niet bereikt', value: '2' }, { label: 'Onbekend', value: '3' },
  ],
  chart: [
    { label: 'In de gemeente', value: 24, color: 'good' }, { label: 'Elders', value: 2, color: 'good' },
    { label: 'Niet bereikt', value: 2, color: 'attention' }, { label: 'Onbekend', value: 3, color: 'neutral' },
  ],
  target: { text: 'Doel: minstens 90%, streven 100%', met: 'no' },
  definition: 'Doelgroeppeuters (van 2 tot 4 jaar, met een VE-indicatie) die op de peildatum op een VE-plaats zitten, gedeeld door alle doelgroeppeuters. Onbekend telt mee in de noemer.',
  source: 'Beleidskader OAB Putten 2025-2028',
  remarks: ['Zoals bekend op 26-02-2025.'],
  reference: 'KL-7F3K-92QD',
  buttons: [{ title: 'Waarom niet bereikt?', verb: 'ask', data: { question: 'redenen Q1 2024' } }, { title: 'Vorig kwartaal', verb: 'ask', data: { question: 'bereik Q4 2023' } }],
};
/** Small numbers: nothing to draw, no target, no reference. */
export const protectedAnswer: AnswerModel = {
  actingAs: reachAnswer.actingAs, title: reachAnswer.title, period: reachAnswer.period, definition: reachAnswer.definition, buttons: reachAnswer.buttons,
  figure: '<5', parts: [{ label: 'Niet bereikt', value: '<5' }], chart: [],
  remarks: ['Aantallen van 1 tot en met 4 tonen we als <5.'],
};

/** What people paste, and what somebody with bad intent would. */
export const hostileTexts = [
  '[klik hier](http://evil.example)', '![x](http://evil.example/a.png)', '<at>Jan</at>', '<a href="http://evil.example">x</a>', '<http://evil.example>',
  '# kop', '> citaat', '- punt', '1. een', '**vet** _schuin_ ~~weg~~ `code`', '\\[x](http://evil.example)', '&lt;at&gt;Jan&lt;/at&gt;',
  '{{DATE(2024-02-14T06:00:00Z,SHORT)}}', 'regel een\r\nregel twee\u2028regel drie', '---', '[x]: http://evil.example', '    ingesprongen', '\u202egespiegeld\u0007', '\ud800',
] as const;
