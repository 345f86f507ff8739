import { rulesCard, summaryOfRules, type RulesModel } from '../../cards/rules.ts';
import type { Button } from '../../cards/models.ts';
import type { Person } from '../../dialogs/ports.ts';
import { readDay } from '../ask/days.ts';
import { blank, fold, tokensOf, wordsOf } from '../ask/fold.ts';
import { formatDay } from '../ask/numbers.ts';
import { readPeriod } from '../ask/periods.ts';
import { addDays } from '../policy/engine/days.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { actingAsLabel } from './acting-as.ts';
import type { KnownContext } from './context.ts';
import { municipalitiesOf } from './figure-scope.ts';
import { askButton, MENU_BUTTON } from './menu.ts';
import { policyWithTargets } from './recorded-targets.ts';
import { noticeReply } from './replies.ts';
import { municipalRules, nationalRules } from './rules-model.ts';
import type { Reply } from './types.ts';

/** "regels", "welke regels gelden hier?", "regels Maassluis op 1-1-2024", "landelijke regels". What stands around the word is read afterwards. */
const RULES_REQUEST = /^(?:(?:toon|geef|laat|wat zijn|welke|de|onze|alle)\s+)*(?:landelijke\s+)?(?:beleids|spel)?regels?(?![\p{L}\p{N}-])/iu;

/** The text itself when it asks for rules. */
export const rulesRequest = (text: string): string | undefined => (RULES_REQUEST.test(text) ? text : undefined);

/** Words that change nothing about which rules are meant. */
const FILLER = new Set([
  'toon', 'geef', 'laat', 'wat', 'zijn', 'welke', 'de', 'het', 'een', 'onze', 'ons', 'alle', 'regels', 'regel', 'geldt', 'gold', 'beleidsregels', 'spelregels', 'landelijke', 'gelden', 'golden', 'er', 'hier', 'nu', 'dan',
  'voor', 'van', 'in', 'op', 'per', 'bij', 'gemeente', 'zien', 'mij', 'me', 'aub', 'alstublieft', 'graag', 'toen', 'daar', 'beleid', 've', 'vve', 'en', 'of',
]);

interface Municipality { readonly code: string; readonly name: string }

/** Shows the rules of a municipality of the person, or of the law, on a day. */
export async function showRules(text: string, context: KnownContext): Promise<Reply> {
  const when = dayOf(text, context);
  if ('reply' in when) return when.reply;
  const { day, rest } = when;
  if (/landelijke/u.test(rest)) return rulesReply(nationalRules(day, frame(context, nationalButtons(context, day))));
  const own = ownMunicipalities(context.person);
  const { named, unknown } = readNames(rest, own);
  if (unknown.length > 0) return notYours(unknown, own, day, context);
  const [only, ...others] = named.length > 0 ? named : own;
  if (!only) return rulesReply(nationalRules(day, frame(context, nationalButtons(context, day))));
  return others.length === 0 ? ofMunicipality(only, day, context) : whichMunicipality([only, ...others], day, context);
}

/** Municipalities of the person's own roles, and no other: a name outside them says nothing, not even that it exists. */
export function ownMunicipalities(person: Person): Municipality[] {
  const fromRoles = person.roles.flatMap(({ municipalityCode: code, municipalityName: name }) => (code === undefined ? [] : [{ code, name: name ?? code }]));
  const byCode = new Map([...municipalitiesOf(person), ...fromRoles].map((one) => [one.code, one]));
  return [...byCode.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

async function ofMunicipality({ code, name }: Municipality, day: IsoDate, context: KnownContext): Promise<Reply> {
  const policy = (await policyWithTargets(code, name, day, context)) ?? { municipalityCode: code, municipalityName: name, day, targets: [] };
  return rulesReply(municipalRules(policy, frame(context, municipalButtons(name, day, context))));
}

/** The day that was named, today when none was, and the text without it, folded. A longer period is asked back: rules hold on a day. */
function dayOf(text: string, context: KnownContext): { readonly day: IsoDate; readonly rest: string } | { readonly reply: Reply } {
  const folded = (span?: readonly [number, number]): string => fold(span ? blank(text, [span]) : text).text;
  const reading = readDay(text, context.today);
  switch (reading.kind) {
    case 'day': return { day: reading.day, rest: folded(reading.span) };
    case 'impossible': return { reply: problem('Deze dag kan ik niet gebruiken', [reading.text], [], context) };
    case 'several': return { reply: problem('Welke dag bedoelt u?', ['Regels gelden op één dag, en u noemt er meer. Noem er één.'], reading.days.map((day) => dayButton(blank(text, reading.spans), day)), context) };
    case 'none': return periodOf(text, context) ?? { day: context.today, rest: folded() };
  }
}

function periodOf(text: string, context: KnownContext): { readonly reply: Reply } | undefined {
  const reading = readPeriod(text, context.today);
  if (reading.kind === 'none' || reading.kind === 'several') return undefined;
  if (reading.kind === 'impossible') return { reply: problem('Deze periode kan ik niet gebruiken', [reading.text], [], context) };
  const { start, endExclusive, label } = reading.period;
  const rest = blank(text, [reading.span]);
  const days = [start, addDays(endExclusive, -1)];
  return { reply: problem('Welke dag bedoelt u?', [`Regels gelden op één dag; “${label}” is langer. Kies de eerste of de laatste dag, of noem een andere.`], days.map((day) => dayButton(rest, day)), context) };
}

/** The same question for one day. The place of the period was blanked with `|`. */
const dayButton = (text: string, day: IsoDate): Button => askButton(formatDay(day), `${text.replaceAll('|', ' ').replace(/[?.!]/gu, '').replace(/\s+/gu, ' ').trim()} op ${formatDay(day)}`);

/** The municipalities of the person's own that the text names, and the words that are nothing we know. */
function readNames(rest: string, own: readonly Municipality[]): { readonly named: readonly Municipality[]; readonly unknown: readonly string[] } {
  const words = tokensOf(rest).map(({ word }) => word);
  const within = (name: string, text: string): boolean => ` ${text} `.includes(` ${wordsOf(name).join(' ')} `);
  const hits = own.filter(({ name }) => within(name, words.join(' ')));
  // A name inside a longer one that was typed is not a second place.
  const named = hits.filter((hit) => !hits.some((other) => other !== hit && within(hit.name, wordsOf(other.name).join(' '))));
  const known = new Set(hits.flatMap(({ name }) => wordsOf(name)));
  return { named, unknown: words.filter((word) => !FILLER.has(word) && !known.has(word)) };
}

function whichMunicipality(own: readonly Municipality[], day: IsoDate, context: KnownContext): Reply {
  const buttons = own.slice(0, 4).map(({ name }) => askButton(name, `regels ${name} op ${formatDay(day)}`));
  const all = own.map(({ name }) => name).join(', ');
  return problem('Van welke gemeente?', [`Elke gemeente heeft eigen regels. U kunt vragen naar: ${all}.`, `Typ bijvoorbeeld “regels ${own[0]!.name}”.`], [...buttons, nationalButton(day)], context);
}

function notYours(words: readonly string[], own: readonly Municipality[], day: IsoDate, context: KnownContext): Reply {
  const named = words.slice(0, 5).map((word) => `“${word.slice(0, 40)}”`).join(', ');
  const buttons = own.slice(0, 4).map(({ name }) => askButton(`Regels ${name}`, `regels ${name} op ${formatDay(day)}`));
  return problem('Dat begrijp ik niet', [`Ik ken dit niet, of het hoort niet bij uw rol: ${named}. Typ “regels”, met een dag of met de naam van een gemeente van uw rol.`], [...buttons, nationalButton(day)], context);
}

const nationalButton = (day: IsoDate): Button => askButton('Landelijke regels', `landelijke regels op ${formatDay(day)}`);

function municipalButtons(name: string, day: IsoDate, context: KnownContext): Button[] {
  const others = ownMunicipalities(context.person).length > 1 ? [askButton('Andere gemeente', `regels op ${formatDay(day)}`)] : [];
  return [nationalButton(day), ...others, ...todayButton(`regels ${name}`, day, context), MENU_BUTTON];
}

const nationalButtons = (context: KnownContext, day: IsoDate): Button[] => [
  ...(ownMunicipalities(context.person).length > 0 ? [askButton('Regels van de gemeente', `regels op ${formatDay(day)}`)] : []),
  ...todayButton('landelijke regels', day, context),
  MENU_BUTTON,
];

const todayButton = (question: string, day: IsoDate, { today }: KnownContext): Button[] => (day === today ? [] : [askButton('Vandaag', question)]);

const frame = (context: KnownContext, buttons: readonly Button[]): Pick<RulesModel, 'actingAs' | 'buttons'> => ({ actingAs: actingAsLabel(context.person.roles), buttons });

function problem(title: string, paragraphs: readonly string[], buttons: readonly Button[], context: KnownContext): Reply {
  return noticeReply({ title, actingAs: actingAsLabel(context.person.roles), paragraphs, buttons: [...buttons.slice(0, 5), MENU_BUTTON] });
}

const rulesReply = (model: RulesModel): Reply => ({ kind: 'card', card: rulesCard(model), summary: summaryOfRules(model) });
