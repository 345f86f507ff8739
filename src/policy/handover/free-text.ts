import { finding, type Rule } from '../engine/findings.ts';
import type { Finding } from '../engine/types.ts';
import { handoverRule } from './citations.ts';

export const LOOKS_LIKE_NAME: Rule = { id: 'handover-name', citation: handoverRule('Geen namen') };
export const HOLDS_PHONE_NUMBER: Rule = { id: 'handover-phone-number', citation: handoverRule('Geen telefoonnummers') };

/** Words after which a capital mostly begins a name. */
const BEFORE_A_NAME = [
  'met', 'van', 'heet', 'heten', 'genaamd', 'zusje', 'zus', 'broertje', 'broer', 'vriendje', 'vriendinnetje', 'juf', 'meester', 'mevrouw', 'mevr.', 'mw.', 'meneer', 'dhr.', 'dhr',
  'mama', 'papa', 'moeder', 'vader', 'oma', 'opa', 'tante', 'oom', 'dokter', 'dr.',
];
/** Capitals that are no name of a person: languages, instruments, services. */
const NO_NAME = new Set([
  ...BEFORE_A_NAME,
  'nederlands', 'nederlandse', 'turks', 'turkse', 'arabisch', 'arabische', 'pools', 'poolse', 'engels', 'engelse', 'oekraïens', 'oekraïense', 'tigrinya', 'berbers', 'fries', 'friese', 'duits', 'duitse', 'frans', 'franse',
  've', 'vve', 'jgz', 'ggd', 'cjg', 'kijk', 'bosos', 'cito', 'iep', 'duplo', 'lego', 'ib', 'ib\'er', 'puk', 'uk', 'logopedie', 'sinterklaas',
]);
const NAME = new RegExp(`(?<![\\p{L}.])(?:${BEFORE_A_NAME.map((word) => word.replace('.', '\\.')).join('|')})\\s+(\\p{Lu}[\\p{L}'’-]+)`, 'giu');

/** The first word that looks like somebody's name; undefined when none does. */
export function likelyName(text: string): string | undefined {
  const found = [...text.matchAll(NAME)].map(([, word = '']) => word);
  return found.find((word) => /^\p{Lu}/u.test(word) && !NO_NAME.has(word.toLowerCase()));
}

/** A Dutch telephone number: ten digits from 0, or from +31 or 0031, with blanks, dots or hyphens between. */
export function holdsPhoneNumber(text: string): boolean {
  const joined = text.replace(/(?<=\d)[\s.\-()/]+(?=\d)/g, '');
  return /(?<!\d)(?:0[1-9]\d{8}|(?:\+|00)31\(?0?\)?[1-9]\d{8})(?!\d)/.test(joined.replace(/[()]/g, ''));
}

/** What is in free text that should not be there. Asks about a name, refuses a number. */
export function checkFreeText(label: string, text: string): Finding[] {
  if (holdsPhoneNumber(text)) return [finding(HOLDS_PHONE_NUMBER, 'block', `Bij “${label}” staat een telefoonnummer. Haal het weg: een nummer geeft u zelf door.`)];
  const name = likelyName(text);
  if (name === undefined) return [];
  return [finding(LOOKS_LIKE_NAME, 'confirm', `Bij “${label}” lijkt “${name.slice(0, 30)}” een naam. Namen horen hier niet; schrijf bijvoorbeeld “broertje” of “leerkracht”. Is het geen naam?`)];
}
