import { z } from 'zod/v4';
import { dialogById, matchDialog } from '../../dialogs/registry.ts';
import { answerExact, answerIfQuestion, answerQuestion, unclear } from './answer-question.ts';
import type { KnownContext, TurnContext } from './context.ts';
import { actAs, demoPersonNamed, demoRoleChoice } from './demo-roles.ts';
import { EXPORT_REQUEST, offerExport } from './export.ts';
import { help, menu, MENU_BUTTON, stranger } from './menu.ts';
import { recompute, REFERENCE_REQUEST, REQUEST_WITHOUT_REFERENCE, withoutReference } from './recompute.ts';
import { INVITATION_CODE, redeemCode } from './redeem-code.ts';
import { noticeReply } from './replies.ts';
import { openDialog, submitDialog, valuesOf } from './run-dialog.ts';
import { checkRequest, showChecks } from './show-checks.ts';
import { DIFFERENCE_REQUEST, showDifference } from './show-difference.ts';
import { rulesRequest, showRules } from './show-rules.ts';
import type { Reply } from './types.ts';

/** A route of typed text: the first whose `match` says yes handles it. */
interface TextRoute {
  readonly name: string;
  /** Whether somebody without a role may take it. */
  readonly forStrangers?: boolean;
  /** The part of the text that the handler needs; undefined when the route is not meant. */
  match(text: string, context: TurnContext): string | undefined;
  handle(part: string, context: KnownContext, sender: string): Promise<Reply>;
}

const MENU_WORDS = new Set(['', 'menu', 'start', 'begin', 'hoofdmenu']);
const HELP_WORDS = new Set(['help', 'hulp', 'wat kun je', 'wat kan je', 'wat kunt u', 'hoe werkt dit', 'uitleg', '?']);
const CANCEL_WORDS = new Set(['annuleren', 'annuleer', 'stop', 'stoppen', 'cancel', 'laat maar']);

const plain = (text: string): string => text.toLowerCase().replace(/[.!]+$/, '').trim();
const wordRoute = (words: ReadonlySet<string>) => (text: string): string | undefined => (words.has(plain(text)) || words.has(plain(text).replace(/\?+$/, '').trim()) ? text : undefined);

/** Order matters: what is exact goes before what is read from a sentence. */
export const TEXT_ROUTES: readonly TextRoute[] = [
  {
    name: 'demo-role',
    forStrangers: true,
    match: (text, { demo }) => (demo ? /^(?:wissel(?: van)? rol|rol wisselen|andere rol)\b\s*(.*)$/i.exec(text)?.[1] : undefined),
    async handle(words, context, sender) {
      const named = await demoPersonNamed(context.demo!, words.replace(/^naar\s+/i, ''));
      return noticeReply(named ? await actAs(context, sender, named) : await demoRoleChoice(context.demo!, 0));
    },
  },
  {
    name: 'invitation-code',
    forStrangers: true,
    match: (text) => INVITATION_CODE.exec(text)?.[1],
    handle: async (code, context) => noticeReply(await redeemCode(context, code)),
  },
  { name: 'stranger', forStrangers: true, match: (text, { person }) => (person ? undefined : text), handle: async (_, context) => noticeReply(stranger(context)) },
  { name: 'menu', match: wordRoute(MENU_WORDS), handle: async (_, context) => noticeReply(menu(context)) },
  { name: 'help', match: wordRoute(HELP_WORDS), handle: async (_, context) => noticeReply(help(context)) },
  { name: 'cancel', match: wordRoute(CANCEL_WORDS), handle: async () => noticeReply(cancelled) },
  { name: 'export', match: (text) => EXPORT_REQUEST.exec(text)?.[1], handle: (words, context) => offerExport(words, context) },
  { name: 'recompute', match: (text) => REFERENCE_REQUEST.exec(text)?.[1], handle: (reference, context) => recompute(reference, context) },
  { name: 'difference', match: (text) => DIFFERENCE_REQUEST.exec(text)?.[1], handle: (reference, context) => showDifference(reference, context) },
  { name: 'without-reference', match: (text) => (REQUEST_WITHOUT_REFERENCE.test(text) ? text : undefined), handle: async (_, context) => withoutReference(context) },
  { name: 'checks', match: checkRequest, handle: (text, context) => showChecks(text, context) },
  { name: 'rules', match: rulesRequest, handle: (text, context) => showRules(text, context) },
  {
    name: 'feature',
    match: (text, context) => (context.features.some((feature) => feature.request(text, context) !== undefined) ? text : undefined),
    async handle(text, context) {
      const feature = context.features.find((each) => each.request(text, context) !== undefined)!;
      return feature.show(feature.request(text, context)!, context);
    },
  },
  {
    name: 'dialog',
    match: (text) => (matchDialog(text) ? text : undefined),
    async handle(text, context) {
      const { dialog, sentence } = matchDialog(text)!;
      const mayFill = context.person.roles.some(({ role }) => dialog.roles.includes(role));
      // "uitstroom Q1" of somebody who has no exit to record asks for the figure.
      const mayAsk = dialog.yieldsToQuestions ? !mayFill || sentence !== '' : !mayFill && sentence !== '';
      const answer = mayAsk ? await answerIfQuestion(text, context) : undefined;
      return answer ?? openDialog(dialog, context, { sentence });
    },
  },
  { name: 'question', match: (text) => text, handle: (text, context) => answerQuestion(text, context) },
];

const cancelled = { title: 'Geannuleerd', paragraphs: ['Er is niets opgeslagen.'], buttons: [MENU_BUTTON] };

const pageData = z.object({ page: z.number().int().min(0).max(100).catch(0) }).catch({ page: 0 });
const questionData = z.object({ question: z.string().max(4_000) });
const referenceData = z.object({ reference: z.string().max(40).catch('') });
const actData = z.object({ as: z.string().max(100) });

type ActionHandler = (data: Readonly<Record<string, unknown>>, context: KnownContext, sender: string) => Promise<Reply>;
interface ActionRoute { readonly forStrangers?: boolean; readonly handle: ActionHandler }

/** Verbs that are not a dialog's. Null prototype: a verb named "constructor" is no route. */
const ACTION_ROUTES: Readonly<Record<string, ActionRoute>> = Object.assign(Object.create(null) as object, {
  'menu.open': { handle: async (data, context) => noticeReply(menu(context, pageData.parse(data).page)) },
  'help.open': { handle: async (_, context) => noticeReply(help(context)) },
  cancel: { handle: async () => noticeReply(cancelled) },
  ask: {
    handle: async (data, context) => {
      const parsed = questionData.safeParse(data);
      return parsed.success ? routeText(parsed.data.question, context, '') : unclear(context, []);
    },
  },
  'export.open': { handle: async (data, context) => offerExport(referenceData.parse(data).reference, context) },
  'ask.exact': { handle: async (data, context) => answerExact(data['question'], context) },
  'demo.roles': { forStrangers: true, handle: async (data, context) => noticeReply(context.demo ? await demoRoleChoice(context.demo, pageData.parse(data).page) : stranger(context)) },
  'demo.act': {
    forStrangers: true,
    handle: async (data, context, sender) => noticeReply(context.demo ? await actAs(context, sender, actData.safeParse(data).data?.as) : stranger(context)),
  },
} satisfies Record<string, ActionRoute>);

/** Finds the route for typed text. `sender` is the directory id of who really types, also in a demo. */
export async function routeText(text: string, context: TurnContext, sender: string): Promise<Reply> {
  for (const route of TEXT_ROUTES) {
    if (!context.person && !route.forStrangers) continue;
    const part = route.match(text, context);
    if (part !== undefined) return route.handle(part, context as KnownContext, sender);
  }
  return noticeReply(stranger(context));
}

/** Finds the route for a button. An unknown verb gets the menu: perhaps an old card. */
export async function routeAction(verb: string, data: Readonly<Record<string, unknown>>, context: TurnContext, sender: string): Promise<Reply> {
  const route = ACTION_ROUTES[verb];
  if (!context.person && !route?.forStrangers) return noticeReply(stranger(context));
  const known = context as KnownContext;
  if (route) return route.handle(data, known, sender);
  const ofFeature = context.features.map(({ actions }) => actions.get(verb)).find((handle) => handle !== undefined);
  if (ofFeature) return ofFeature(data, known);

  const [dialogId, step] = splitVerb(verb);
  const dialog = dialogById(dialogId);
  if (dialog && step === 'open') return openDialog(dialog, known, { values: valuesOf(data) });
  if (dialog && step === 'submit') return submitDialog(dialog, known, data);
  return noticeReply({
    title: 'Deze knop ken ik niet meer',
    paragraphs: ['De kaart is waarschijnlijk van een oudere versie. Er is niets opgeslagen.'],
    buttons: [MENU_BUTTON],
  });
}

function splitVerb(verb: string): [string, string] {
  const dot = verb.lastIndexOf('.');
  return dot < 0 ? [verb, ''] : [verb.slice(0, dot), verb.slice(dot + 1)];
}
