import type { NoticeModel } from '../../cards/models.ts';
import { blank, fold, tokensOf, wordsOf } from '../ask/fold.ts';
import { yearPeriod } from '../ask/make-period.ts';
import { formatDay } from '../ask/numbers.ts';
import { readPeriod } from '../ask/periods.ts';
import type { Period } from '../ask/question.ts';
import { CHECKS, type CheckResult } from '../figures/checks/index.ts';
import { noFacts, type Facts } from '../figures/facts.ts';
import { endMonths } from '../figures/targets.ts';
import type { FigureRow, MeasureParams } from '../figures/types.ts';
import { addDays } from '../policy/engine/days.ts';
import { actingAsLabel } from './acting-as.ts';
import type { KnownContext } from './context.ts';
import { policyUsed } from './figure-request.ts';
import { scopesFor, type FigureScope } from './figure-scope.ts';
import { askButton, MENU_BUTTON } from './menu.ts';
import { dayOfFigure } from './plan-figure.ts';
import { noticeReply } from './replies.ts';
import type { Reply } from './types.ts';

/** "controle", "controles 2025", "klopt de registratie Putten Q1". */
const CHECK_REQUEST = /^(?:toon\s+(?:de\s+)?|doe\s+(?:een\s+)?)?(?:controles?|nakijken|klopt de registratie)(?![\p{L}\p{N}-])/iu;
export const checkRequest = (text: string): string | undefined => (CHECK_REQUEST.test(text) ? text : undefined);

const FILLER = new Set(['controle', 'controles', 'toon', 'de', 'doe', 'een', 'nakijken', 'klopt', 'registratie', 'van', 'voor', 'over', 'in', 'op', 'gemeente', 'het', 'aub']);
const MAX_CODES = 10;

/** Reconciles the records of a municipality of the official, and names the codes behind what does not add up. */
export async function showChecks(text: string, context: KnownContext): Promise<Reply> {
  const own = scopesFor('without-indication', context.person, context.where).filter(({ municipalityCode }) => municipalityCode !== undefined && isOfficial(context, municipalityCode));
  if (context.where !== 'personal' || own.length === 0) return noticeReply(refusal(context));
  const reading = readPeriod(text, context.today);
  if (reading.kind === 'impossible' || reading.kind === 'future') return noticeReply(problem(reading.text, context));
  if (reading.kind === 'several') return noticeReply(problem('Noem één periode, bijvoorbeeld “controle 2025”.', context));
  const period = reading.kind === 'period' ? reading.period : yearPeriod(Number(context.today.slice(0, 4)));
  const named = namedIn(reading.kind === 'period' ? blank(text, [reading.span]) : text, own);
  if (named.unknown.length > 0) return noticeReply(problem(`Dit begrijp ik hier niet: ${named.unknown.map((word) => `“${word}”`).join(', ')}. Typ bijvoorbeeld “controle ${own[0]!.name} ${period.label}”.`, context));
  const [only, ...others] = named.scopes.length > 0 ? named.scopes : own;
  if (others.length > 0) return noticeReply(which(own, period, context));
  return noticeReply(await checked(only!, period, context));
}

const isOfficial = ({ person }: KnownContext, code: string): boolean =>
  person.roles.some(({ role, municipalityCode, regionMunicipalities = [] }) => (role === 'official' && municipalityCode === code) || (role === 'regional' && regionMunicipalities.some((member) => member.code === code)));

function namedIn(text: string, own: readonly FigureScope[]): { readonly scopes: readonly FigureScope[]; readonly unknown: readonly string[] } {
  const words = tokensOf(fold(text).text).map(({ word }) => word);
  const scopes = own.filter(({ name }) => ` ${words.join(' ')} `.includes(` ${wordsOf(name).join(' ')} `));
  const known = new Set(scopes.flatMap(({ name }) => wordsOf(name)));
  return { scopes, unknown: words.filter((word) => !FILLER.has(word) && !known.has(word)) };
}

async function checked(scope: FigureScope, period: Period, context: KnownContext): Promise<NoticeModel> {
  const params = paramsFor(scope, period, context);
  const facts = await readAll(scope, params, context);
  const results = CHECKS.flatMap((check) => {
    const result = check.run(facts, params);
    return result ? [{ check, result }] : [];
  });
  const failed = results.filter(({ result }) => !result.holds);
  const codes = await context.ports.figures.codesOf(failed.flatMap(({ result }) => result.rows.flatMap(({ child }) => child ?? [])));
  return {
    title: `Controle · ${scope.name}`,
    actingAs: actingAsLabel(context.person.roles),
    tone: failed.length === 0 ? 'good' : 'warning',
    paragraphs: [
      `${period.label}, tot en met ${formatDay(params.referenceDate)}. ${failed.length === 0 ? 'Alles wat is nagekeken, klopt.' : `${failed.length} van ${results.length} punten vragen aandacht.`}`,
      ...failed.map(({ check, result }) => `✗ ${check.statement} ${result.numbers}. ${rowsText(result, codes)}${check.advice}`),
    ],
    facts: results.filter(({ result }) => result.holds).map(({ check, result }) => ({ label: `✓ ${check.statement}`, value: result.numbers })),
    buttons: [askButton('Zonder indicatie', 'geplaatst zonder indicatie'), askButton('Zonder uitkomst', 'indicaties zonder uitkomst'), askButton('Laatste levering', 'laatste levering'), MENU_BUTTON],
  };
}

/** Children by their codes, places by name; a child whose code the person may not see is counted. */
function rowsText({ rows }: CheckResult, codes: ReadonlyMap<string, string>): string {
  if (rows.length === 0) return '';
  const nameOf = ({ child, location }: FigureRow): string => (child === undefined ? location ?? '' : [codes.get(child) ?? 'code niet te zien', location].filter(Boolean).join(', '));
  const names = [...new Set(rows.map(nameOf))].sort((a, b) => a.localeCompare(b, 'nl'));
  const more = names.length > MAX_CODES ? ` en ${names.length - MAX_CODES} andere` : '';
  return `Het gaat om: ${names.slice(0, MAX_CODES).join('; ')}${more}. `;
}

function paramsFor({ municipalityCode }: FigureScope, period: Period, context: KnownContext): MeasureParams {
  const referenceDate = dayOfFigure('exits', period, context.today);
  const policy = context.policy(municipalityCode!, referenceDate);
  const windowStartMonths = policy?.windowStartMonths?.value;
  return { referenceDate, from: period.start, until: addDays(referenceDate, 1), policy: policyUsed('handovers-late', policy, undefined), isPart: false, protected: false, ...(windowStartMonths === undefined ? {} : { windowStartMonths }) };
}

async function readAll({ municipalityCode }: FigureScope, { referenceDate, from, until, windowStartMonths }: MeasureParams, { ports }: KnownContext): Promise<Facts> {
  const code = municipalityCode!;
  const { facts: locations, revision } = await ports.figures.locationFacts({ municipalityCode: code, referenceDate, from, until: addDays(until, 1), history: true });
  const { facts: targets } = await ports.figures.targets({ municipalityCode: code, referenceDate, startMonths: windowStartMonths ?? 0, endMonths, asOf: { revision } });
  const { facts: handovers } = await ports.figures.handovers({ municipalityCode: code, day: referenceDate, from, until, asOf: { revision } });
  return { ...noFacts, locations, targets, handovers };
}

function which(own: readonly FigureScope[], period: Period, context: KnownContext): NoticeModel {
  return { title: 'Van welke gemeente?', actingAs: actingAsLabel(context.person.roles), paragraphs: ['Een controle gaat over één gemeente.'], buttons: [...own.slice(0, 5).map(({ name }) => askButton(name, `controle ${name} ${period.label}`)), MENU_BUTTON] };
}

const problem = (text: string, context: KnownContext): NoticeModel => ({ title: 'Controle', actingAs: actingAsLabel(context.person.roles), tone: 'warning', paragraphs: [text], buttons: [MENU_BUTTON] });

const refusal = (context: KnownContext): NoticeModel => ({
  title: 'Controle',
  actingAs: actingAsLabel(context.person.roles),
  tone: 'warning',
  paragraphs: [context.where === 'personal' ? 'De controle van de registratie is voor beleidsadviseurs.' : 'Een controle noemt codes van kinderen. Vraag haar in onze persoonlijke chat.'],
  buttons: context.where === 'personal' ? [MENU_BUTTON] : [],
});
