import type { Card } from './types.ts';

/**
 * What a card must be to work on every Teams client. A client that meets something it
 * does not know often shows nothing at all, so this refuses whatever is not on the list.
 * Used by the tests, and by the edge outside production.
 */

/** Well under the smallest limit that was ever published for a message. */
export const CARD_BYTES_AT_MOST = 25 * 1024;
/** Clients put the seventh action away or drop it. */
export const ACTIONS_AT_MOST = 6;

type Json = Readonly<Record<string, unknown>>;
type Report = (problem: string) => void;
interface Seen { readonly report: Report; readonly ids: Set<string>; actions: number }

const CONTAINERS: Readonly<Record<string, string>> = { Container: 'items', Column: 'items', ColumnSet: 'columns' };
const CHARTS = new Set(['Chart.HorizontalBar', 'Chart.Line', 'Chart.Donut']);
/**
 * Names that a client keeps for itself: Teams reads `msteams`, the Playground never sends
 * an action whose data has a `key`, and an input `verb` would replace that of the fallback.
 */
const RESERVED = new Set(['key', 'msteams', 'verb']);
/** A live link, image, reference, HTML tag, mention or autolink: no text of ours has one, escaped or not. */
const LIVE_MARKUP = /\][([:]|<[A-Za-z/!?]/;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Text that a client reads as markdown. */
function checkMarkdown(value: unknown, where: string, { report }: Seen): void {
  if (!isFilled(value)) report(`${where} is empty`);
  else if (LIVE_MARKUP.test(value)) report(`${where} has a link, tag or mention: ${value.slice(0, 60)}`);
}

function checkId(id: unknown, { report, ids }: Seen): void {
  if (typeof id !== 'string') return;
  if (RESERVED.has(id)) report(`reserved id ${id}`);
  if (ids.has(id)) report(`duplicate id ${id}`);
  ids.add(id);
}

function checkChoices(element: Json, { report }: Seen): void {
  if (element['wrap'] !== true) report('Input.ChoiceSet without wrap');
  const choices = listOf(element['choices']).filter(isJson);
  if (choices.length === 0) report('Input.ChoiceSet without choices');
  const values = choices.map((choice) => choice['value']);
  if (new Set(values).size < values.length) report('Input.ChoiceSet with the same value twice');
  if (!choices.every((choice) => isFilled(choice['title']) && isFilled(choice['value']))) report('choice without title or value');
  // Several choices come back joined with commas.
  if (element['isMultiSelect'] === true && values.some((value) => String(value).includes(','))) report('comma in the value of a multiple choice');
}

function checkInput(element: Json, seen: Seen): void {
  if (!isFilled(element['id'])) seen.report(`${String(element['type'])} without id`);
  if (!isFilled(element['label'])) seen.report(`${String(element['type'])} without label`);
  if (element['type'] === 'Input.ChoiceSet') checkChoices(element, seen);
}

function checkFacts(element: Json, seen: Seen): void {
  const pairs = listOf(element['facts']).filter(isJson);
  if (pairs.length === 0) seen.report('FactSet without facts');
  for (const pair of pairs) {
    checkMarkdown(pair['title'], 'fact title', seen);
    checkMarkdown(pair['value'], 'fact value', seen);
  }
}

function checkChart(element: Json, type: string, seen: Seen): void {
  if (!isJson(element['fallback'])) seen.report(`${type} without fallback`);
  else checkElement(element['fallback'], seen);
}

function checkElement(element: unknown, seen: Seen): void {
  if (!isJson(element)) return seen.report('element that is not an object');
  const type = String(element['type']);
  checkId(element['id'], seen);
  if ('refresh' in element) seen.report('refresh');
  const children = CONTAINERS[type];
  if (children !== undefined) return listOf(element[children]).forEach((child) => checkElement(child, seen));
  if (CHARTS.has(type)) return checkChart(element, type, seen);
  checkLeaf(element, type, seen);
}

function checkLeaf(element: Json, type: string, seen: Seen): void {
  switch (type) {
    case 'TextBlock':
      if (element['wrap'] !== true) seen.report('TextBlock without wrap');
      return checkMarkdown(element['text'], 'TextBlock', seen);
    case 'FactSet': return checkFacts(element, seen);
    case 'ActionSet': return listOf(element['actions']).forEach((action) => checkAction(action, seen));
    case 'Input.Text': case 'Input.Date': case 'Input.ChoiceSet': return checkInput(element, seen);
    default: seen.report(`element ${type} is not on our list`);
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What leaves the chat goes over TLS, or stays on this machine (the demo). */
function isSafeAddress(address: unknown): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)));
}

function checkLink({ title, url }: Json, seen: Seen): void {
  if (!isFilled(title)) seen.report('link without title');
  if (!isSafeAddress(url)) seen.report('link that is not https, nor http on this machine');
}

function checkAction(action: unknown, seen: Seen): void {
  seen.actions += 1;
  if (isJson(action) && action['type'] === 'Action.OpenUrl') return checkLink(action, seen);
  if (!isJson(action) || action['type'] !== 'Action.Execute') return seen.report(`action ${isJson(action) ? String(action['type']) : 'that is not an object'} is not on our list`);
  const { title, verb, data: sent, fallback } = action;
  const reserved = Object.keys(isJson(sent) ? sent : {}).filter((name) => RESERVED.has(name));
  if (reserved.length > 0) seen.report(`reserved name in the data of an action: ${reserved.join(', ')}`);
  if (!isFilled(title) || !isFilled(verb)) seen.report('action without title or verb');
  if (!isJson(fallback) || fallback['type'] !== 'Action.Submit') return seen.report('Action.Execute without Action.Submit as fallback');
  const data = fallback['data'];
  if (!isJson(data) || data['verb'] !== verb) seen.report('Action.Submit without the verb in its data');
}

/** Everything that is wrong with a card, in English, for a developer; empty when it is sound. */
export function cardProblems(card: unknown): readonly string[] {
  const problems: string[] = [];
  if (!isJson(card)) return ['card that is not an object'];
  const seen: Seen = { report: (problem) => problems.push(problem), ids: new Set(), actions: 0 };
  if (card['type'] !== 'AdaptiveCard') seen.report('type other than AdaptiveCard');
  if (card['version'] !== '1.5') seen.report('version other than 1.5');
  if ('refresh' in card) seen.report('refresh');
  checkMarkdown(card['fallbackText'], 'fallbackText', seen);
  if (listOf(card['body']).length === 0) seen.report('empty body');
  listOf(card['body']).forEach((element) => checkElement(element, seen));
  listOf(card['actions']).forEach((action) => checkAction(action, seen));
  if (seen.actions > ACTIONS_AT_MOST) seen.report(`${seen.actions} actions, at most ${ACTIONS_AT_MOST}`);
  const bytes = new TextEncoder().encode(JSON.stringify(card)).length;
  if (bytes > CARD_BYTES_AT_MOST) seen.report(`${bytes} bytes, at most ${CARD_BYTES_AT_MOST}`);
  return problems;
}

/** The card itself, or an error that names every problem. */
export function assertCard(card: Card): Card {
  const problems = cardProblems(card);
  if (problems.length > 0) throw new Error(`Card would not work in every Teams client: ${problems.join('; ')}`);
  return card;
}
