import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createRegistry, dialogById, dialogs, matchDialog } from '../../dialogs/registry.ts';
import type { AnyDialog } from '../../dialogs/dialog.ts';
import { exitDialog } from '../../dialogs/exit.ts';

const renamed = (over: Partial<AnyDialog>): AnyDialog => ({ ...exitDialog, ...over });

describe('the registry', () => {
  it('refuses two dialogs with one id', () => {
    expect(() => createRegistry([exitDialog, renamed({ phrases: ['iets anders'] })])).toThrow('two dialogs with the id exit');
  });
  it('refuses a phrase that two dialogs claim', () => {
    expect(() => createRegistry([exitDialog, renamed({ id: 'other', phrases: ['uitstroom'] })])).toThrow('uitstroom opens both exit and other');
  });
  it.each(['Uitstroom', ' uitstroom', ''])('refuses the phrase %j, which could never be matched', (phrase) => {
    expect(() => createRegistry([renamed({ phrases: [phrase] })])).toThrow('can never be matched');
  });
  it('finds a dialog by its id and nothing by an id that it does not have', () => {
    expect(dialogById('exit')).toBe(exitDialog);
    expect(dialogById('constructor')).toBeUndefined();
  });
  it('opens every dialog by each of its own phrases', () => {
    for (const dialog of dialogs) for (const phrase of dialog.phrases) expect(matchDialog(phrase)?.dialog.id).toBe(dialog.id);
  });
});

describe('matching a text with a dialog', () => {
  it.each([
    ['uitstroom', 'exit', ''],
    ['Uitstroom PU-9QN9-F37P verhuisd per 1 maart', 'exit', 'PU-9QN9-F37P verhuisd per 1 maart'],
    ['  NODIG   UIT  school ', 'invite', 'school'],
    ['indicatie afgeven geboren 12-03-2024', 'indication', 'geboren 12-03-2024'],
    ['indicatie geboren 12-03-2024', 'indication', 'geboren 12-03-2024'],
    ['weigering PU-9QN9-F37P', 'guidance', 'weigering PU-9QN9-F37P'],
  ])('%s opens %s', (text, id, sentence) => {
    const match = matchDialog(text);
    expect(match?.dialog.id).toBe(id);
    expect(match?.sentence).toBe(sentence);
  });
  it.each(['uitstroomcijfers', 'de uitstroom', 'uitstroom?', 'instroom Q1?', 'instroom Q1 ? ', '', '?', 'nodig', 'uitstroom,verhuisd'])('%j opens nothing', (text) => {
    expect(matchDialog(text)).toBeUndefined();
  });
  it('gives back the rest of any text as it was typed', () => {
    fc.assert(fc.property(fc.string().filter((rest) => !rest.trim().endsWith('?')), (rest) => {
      expect(matchDialog(`uitstroom ${rest}`)?.sentence).toBe(rest.trim());
    }));
  });
});
