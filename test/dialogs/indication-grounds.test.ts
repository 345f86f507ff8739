import { describe, expect, it } from 'vitest';
import { indicationDialog } from '../../dialogs/indication.ts';
import { correctDialog } from '../../dialogs/correct.ts';
import type { RoleGrant } from '../../dialogs/ports.ts';
import { BORN, child, emptyWorld, factsOf, fieldIds, healthGrant, HOSTILE, openForm, optionsOf, record, rules, submit, uuid, type World } from './world.ts';

/** Two municipalities whose definitions say what makes a ground hold. The codes are those of their data. */
const EDUCATION_RULE = '0353';
const FOUR_CHARACTERISTICS = '0556';
const ELEMENTS = '1700';

const nurseIn = (municipalityCode: string): World => {
  const grant: RoleGrant = { ...healthGrant, municipalityCode, municipalityName: 'Teststad' };
  return emptyWorld({ grants: [grant], municipalities: [{ code: municipalityCode, name: 'Teststad' }], neighbourhoods: new Map() });
};
const answers = { birthDate: '2024-01-10', issuedOn: '2026-11-20' };
const storedIndication = (world: World): unknown => world.stored.find(({ what }) => what === 'indication')?.value;

describe('the form of a municipality with its own definition', () => {
  it('offers what its grounds are made of', async () => {
    const form = await openForm(indicationDialog, nurseIn(EDUCATION_RULE));
    expect(optionsOf(form, 'grounds').map(({ value }) => value)).toEqual([
      'education_two_years', 'education_vmbo_or_special', 'language_little_dutch', 'language_poor_environment', 'concerns_about_parent',
    ]);
    expect(form.fields.find(({ id }) => id === 'grounds')?.hint).toContain('tenzij dat is afgesproken');
    expect(fieldIds(form)).not.toContain('origin');
  });
  it('says of which grounds the characteristic itself is stored, only where there are any', async () => {
    expect((await openForm(indicationDialog, nurseIn(EDUCATION_RULE))).fields.find(({ id }) => id === 'grounds')?.hint)
      .toContain('Bij “Opleiding van de ouders”, “Risico op een achterstand in het Nederlands”, “Gemeentespecifiek” wordt het kenmerk zelf vastgelegd.');
    expect((await openForm(indicationDialog, nurseIn(FOUR_CHARACTERISTICS))).fields.find(({ id }) => id === 'grounds')?.hint).not.toContain('vastgelegd');
  });
  it('says which characteristics make one ground together', async () => {
    const form = await openForm(indicationDialog, nurseIn(FOUR_CHARACTERISTICS));
    expect(form.fields.find(({ id }) => id === 'grounds')?.hint).toMatch(/Samen één grond: “De thuistaal is niet Nederlands” en “.*mbo 4”/u);
  });
  it('offers the ten elements', async () => {
    expect(optionsOf(await openForm(indicationDialog, nurseIn(ELEMENTS)), 'grounds')).toHaveLength(10);
  });
});

describe('an indication by characteristics', () => {
  it('stores the characteristics of a ground that is counted by them, and the receipt says so', async () => {
    const world = nurseIn(EDUCATION_RULE);
    const outcome = await submit(indicationDialog, world, { ...answers, grounds: 'education_two_years,language_little_dutch,language_poor_environment' });
    expect(storedIndication(world)).toEqual({
      childId: uuid(199), issuedOn: '2026-11-20', organisationId: uuid(950), confirmations: [],
      grounds: ['education_two_years', 'language_little_dutch', 'language_poor_environment'],
    });
    expect(factsOf(outcome)).toMatchObject({
      Gronden: 'Opleiding van de ouders; Risico op een achterstand in het Nederlands',
      'Vastgelegde kenmerken': 'Opleiding van de ouders: beide ouders, of de alleenstaande ouder, hebben ten hoogste twee jaar voortgezet onderwijs\n'
        + 'Risico op een achterstand in het Nederlands: thuis wordt geen of weinig Nederlands gesproken; en het kind groeit op in een taalarme omgeving',
    });
    expect(factsOf(outcome)).not.toHaveProperty('Kenmerken');
  });
  it('stores any other ground by its own code, and shows its characteristics once', async () => {
    const world = nurseIn(FOUR_CHARACTERISTICS);
    const outcome = await submit(indicationDialog, world, { ...answers, grounds: 'home_language_not_dutch,education_at_most_mbo_4' });
    expect(storedIndication(world)).toMatchObject({ grounds: ['home_language_and_education'] });
    expect(factsOf(outcome)).toHaveProperty('Kenmerken');
    expect(factsOf(outcome)).not.toHaveProperty('Vastgelegde kenmerken');
  });
  it('refuses half a ground, and says what it still needs', async () => {
    const world = nurseIn(FOUR_CHARACTERISTICS);
    const outcome = await submit(indicationDialog, world, { ...answers, grounds: 'home_language_not_dutch' });
    expect(rules(outcome, 'block')).toEqual(['ground-complete']);
    expect(outcome.findings[0]?.text).toContain('De opleiding van de ouders is ten hoogste mbo 4');
    expect(outcome.findings[0]?.citation.document).toContain('Onderwijskansenbeleid');
    expect(world.stored).toEqual([]);
  });
  it('accepts the whole of it, and a ground that needs nothing else', async () => {
    const world = nurseIn(FOUR_CHARACTERISTICS);
    await submit(indicationDialog, world, { ...answers, grounds: 'home_language_not_dutch,education_at_most_mbo_4,professional_judgement' });
    expect(storedIndication(world)).toMatchObject({ grounds: ['home_language_and_education', 'professional_judgement'] });
  });
  it.each([
    ['a ground’s own code where it has characteristics', 'education'],
    ['a characteristic of another municipality', 'home_language_not_dutch'],
    ['a forged one beside a good one', 'education_two_years,star_sign'],
    ['nothing but a forged one', 'star_sign'],
    ['a ground’s own code on the days of the monitor', 'education', '2024-12-31'],
  ])('refuses %s', async (_what, grounds, issuedOn = '2026-11-20') => {
    const world = nurseIn(EDUCATION_RULE);
    expect(rules(await submit(indicationDialog, world, { ...answers, birthDate: '2023-06-01', issuedOn, grounds }), 'block')).toEqual(['ground-known']);
    expect(world.stored).toEqual([]);
  });
});

describe('a day on which no definition is on record', () => {
  it.each(['education', 'star_sign', 'education_two_years,star_sign'])('lets pass only what today’s definition offers, not %s', async (grounds) => {
    const world = nurseIn(EDUCATION_RULE);
    expect(rules(await submit(indicationDialog, world, { birthDate: '2020-06-01', issuedOn: '2022-12-31', grounds }), 'block')).toEqual(['not-yours']);
    expect(world.stored).toEqual([]);
  });
  it('stores what it offers, with its grounds', async () => {
    const world = nurseIn(EDUCATION_RULE);
    await submit(indicationDialog, world, { birthDate: '2020-06-01', issuedOn: '2022-12-31', grounds: 'education_two_years' });
    expect(storedIndication(world)).toMatchObject({ grounds: ['education_two_years'] });
  });
});

describe('a re-indication on objective observations', () => {
  const ticked = { ...answers, grounds: 'professional_judgement' };
  it('is a choice where the policy has it, and first is the default', async () => {
    const form = await openForm(indicationDialog, nurseIn(FOUR_CHARACTERISTICS));
    expect(optionsOf(form, 'origin')).toEqual([
      { value: 'first', label: 'Eerste indicatie' },
      { value: 're_indication', label: 'Herindicatie op verzoek van de kinderopvang, op grond van objectieve observaties' },
    ]);
    expect(form.defaults).toMatchObject({ origin: 'first' });
    expect(fieldIds(await openForm(indicationDialog, nurseIn(FOUR_CHARACTERISTICS), { issuedOn: '2022-12-31' }))).not.toContain('origin');
  });
  it('is stored and shown as such; a first one is not', async () => {
    const world = nurseIn(FOUR_CHARACTERISTICS);
    const outcome = await submit(indicationDialog, world, { ...ticked, origin: 're_indication' });
    expect(storedIndication(world)).toMatchObject({ origin: 're_indication' });
    expect(factsOf(outcome)['Soort']).toContain('objectieve observaties');
    for (const origin of ['first', '', undefined]) {
      const first = nurseIn(FOUR_CHARACTERISTICS);
      expect(factsOf(await submit(indicationDialog, first, { ...ticked, origin }))['Soort']).toBeUndefined();
      expect(storedIndication(first)).not.toHaveProperty('origin');
    }
  });
  it('is refused where the policy does not have it, on the day of issue', async () => {
    const elsewhere = nurseIn(EDUCATION_RULE);
    expect(rules(await submit(indicationDialog, elsewhere, { ...answers, grounds: 'education_two_years', origin: 're_indication' }), 'block')).toEqual(['not-yours']);
    const before = nurseIn(FOUR_CHARACTERISTICS);
    expect(rules(await submit(indicationDialog, before, { ...ticked, birthDate: '2020-06-01', issuedOn: '2022-12-31', origin: 're_indication' }), 'block')).toEqual(['not-yours']);
    expect([...elsewhere.stored, ...before.stored]).toEqual([]);
  });
  it('takes no other value', async () => {
    for (const origin of HOSTILE.filter((value) => value !== null)) {
      expect((await submit(indicationDialog, nurseIn(FOUR_CHARACTERISTICS), { ...ticked, origin })).errors).toHaveProperty('origin');
    }
  });
});

describe('the correction of an indication', () => {
  const recorded = (municipality: string, ...grounds: string[]): World => {
    const known = { ...child(0, BORN), municipalityCode: municipality };
    const world = nurseIn(municipality);
    world.visible.push(known);
    world.indications.set(known.childId, [{ versionId: uuid(300), issuedOn: '2026-11-01', grounds }]);
    world.records.push(record('indication', uuid(300)));
    return world;
  };
  const values = { record: `indication:${uuid(300)}`, issuedOn: '2026-11-02', why: 'verkeerde dag' };
  const corrected = (world: World): unknown => (world.stored[0]?.value as { change?: unknown } | undefined)?.change;

  it('offers the grounds as they are stored, not what they follow from', async () => {
    const form = await openForm(correctDialog, recorded(FOUR_CHARACTERISTICS, 'parents_education'), values);
    expect(optionsOf(form, 'grounds').map(({ value }) => value)).toEqual(['development_delay', 'home_language_and_education', 'parents_education', 'professional_judgement']);
  });
  it('offers and keeps the characteristics where these are stored', async () => {
    const world = recorded(EDUCATION_RULE, 'language_little_dutch', 'language_poor_environment');
    const form = await openForm(correctDialog, world, values);
    expect(optionsOf(form, 'grounds').map(({ value }) => value)).toEqual([
      'education_two_years', 'education_vmbo_or_special', 'language_little_dutch', 'language_poor_environment', 'concerns_about_parent',
    ]);
    expect(form.defaults).toMatchObject({ grounds: 'language_little_dutch,language_poor_environment' });
    const outcome = await submit(correctDialog, world, { ...values, grounds: 'language_little_dutch,language_poor_environment' });
    expect(corrected(world)).toEqual({ issuedOn: '2026-11-02', grounds: ['language_little_dutch', 'language_poor_environment'] });
    expect(factsOf(outcome)['Gronden']).toBe('Risico op een achterstand in het Nederlands: thuis wordt geen of weinig Nederlands gesproken; '
      + 'Risico op een achterstand in het Nederlands: het kind groeit op in een taalarme omgeving');
  });
  it('keeps a ground that was imported by its own code, until a characteristic says more', async () => {
    const world = recorded(EDUCATION_RULE, 'language');
    const form = await openForm(correctDialog, world, values);
    expect(optionsOf(form, 'grounds').at(-1)).toEqual({ value: 'language', label: 'Risico op een achterstand in het Nederlands' });
    await submit(correctDialog, world, { ...values, grounds: 'language,education_two_years' });
    expect(corrected(world)).toMatchObject({ grounds: ['language', 'education_two_years'] });
    const more = recorded(EDUCATION_RULE, 'language');
    await submit(correctDialog, more, { ...values, grounds: 'language,language_poor_environment' });
    expect(corrected(more)).toMatchObject({ grounds: ['language_poor_environment'] });
  });
  it.each([[FOUR_CHARACTERISTICS, 'parents_education', 'home_language_not_dutch'], [EDUCATION_RULE, 'education_two_years', 'home_language_not_dutch'], [EDUCATION_RULE, 'language_little_dutch', 'star_sign']])(
    'refuses in %s, beside %s, what may not be stored: %s', async (municipality, stored, forged) => {
      const world = recorded(municipality, stored);
      expect(rules(await submit(correctDialog, world, { ...values, grounds: `${stored},${forged}` }), 'block')).toEqual(['ground-known']);
      expect(world.stored).toEqual([]);
    });
});
