import type { RulesModel, ShownRule } from '../../cards/rules.ts';
import { catalogue } from '../figures/catalogue.ts';
import { dutchDay } from '../policy/engine/dutch.ts';
import type { IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';
import { explainPolicy, type ExplainedRule } from '../policy/explain/municipal.ts';
import { explainNational } from '../policy/explain/national.ts';
import { documentText, statusText, validityText } from '../policy/explain/words.ts';
import { membersOn, regionsOf } from '../policy/regions/index.ts';

type Frame = Pick<RulesModel, 'actingAs' | 'buttons'>;

/** The rules of one municipality on a day, and what is not agreed for it. */
export function municipalRules(policy: ResolvedPolicy, frame: Frame): RulesModel {
  const { parts, absent } = explainPolicy(policy, (measure) => catalogue.all.some(({ id }) => id === measure));
  const rules = [...parts, { part: 'Regio', rules: regionRules(policy) }].filter((each) => each.rules.length > 0);
  const shared = sharedSources(rules.flatMap((each) => each.rules));
  return {
    ...frame,
    title: `Regels van ${policy.municipalityName}`,
    subtitle: `Zoals ze gelden op ${dutchDay(policy.day)}`,
    parts: rules.map((each) => ({ title: each.part, rules: each.rules.map((rule) => shown(rule, shared)) })),
    absent,
    absentTitle: 'Geen afspraak vastgelegd',
    absentNote: 'Daarvoor wordt niets aangenomen. Wat de wet regelt, geldt wel: zie de landelijke regels.',
    sourceNotes: [...shared.values(), LEGEND],
  };
}

/** The rules of law on a day; the same for everybody. */
export function nationalRules(day: IsoDate, frame: Frame): RulesModel {
  const { rules, absent } = explainNational(day);
  return {
    ...frame,
    title: 'Landelijke regels',
    subtitle: `Zoals ze gelden op ${dutchDay(day)}, voor elke gemeente`,
    parts: [{ title: 'Wet en besluit', rules: rules.map((rule) => shown(rule, new Map())) }],
    absent,
    absentTitle: 'Voor deze dag niet vastgelegd',
    absentNote: 'Voor deze dag wordt er niet op getoetst of mee gerekend.',
    sourceNotes: [LEGEND],
  };
}

function regionRules({ municipalityCode, day }: ResolvedPolicy): ExplainedRule[] {
  return regionsOf(municipalityCode, day).map(({ region, membership }) => ({
    label: region.name,
    lines: [`Leden: ${membersOn(region, day).map((member) => member.municipalityName).join(', ')}`],
    validity: validityText(membership),
    source: membership.source,
    ...(region.remark === undefined ? {} : { remark: region.remark }),
    effect: 'ter informatie; wie wat mag zien, volgt uit de rollen.',
  }));
}

const LEGEND = '“Ter informatie”: getoond, maar niet getoetst en niet mee gerekend.';

/** Sources that several rules have in common, by what makes them the same, each with what is said of it once. */
function sharedSources(rules: readonly ExplainedRule[]): ReadonlyMap<string, string> {
  const keys = rules.map(sourceKey);
  const repeated = rules.filter((rule, index) => keys.indexOf(sourceKey(rule)) === index && keys.lastIndexOf(sourceKey(rule)) > index);
  return new Map(repeated.map((rule) => [sourceKey(rule), sourceNote(rule)]));
}

const sourceKey = ({ source, validity = '' }: ExplainedRule): string => [documentText(source), source.status, source.note ?? '', validity].join('|');

function sourceNote({ source, validity }: ExplainedRule): string {
  const holds = validity === undefined ? '' : ` geldt ${validity}.`;
  return `${documentText(source)}${holds}${source.note === undefined ? '' : ` ${source.note}`}`;
}

/** A source that is explained below stands here by its name and whether it was read; another with all there is to say. */
function shown(rule: ExplainedRule, shared: ReadonlyMap<string, string>): ShownRule {
  const { label, lines, validity, source, remark, effect } = rule;
  const isShared = shared.has(sourceKey(rule));
  const details = [statusText(source), isShared ? undefined : validity].filter((part) => part !== undefined).join('; ');
  return {
    label,
    lines,
    source: `${documentText(source)} (${details})`,
    isUncertain: source.status !== 'read',
    remarks: [remark, isShared ? undefined : source.note].filter((text) => text !== undefined),
    effect,
  };
}
