import { dutchDay } from '../engine/dutch.ts';
import { TOPIC_NAMES } from '../engine/topics.ts';
import type { MunicipalPolicy, PolicyValue, Region } from '../engine/types.ts';
import { targetLabel, topicLines } from './municipal.ts';
import { TOPIC_TEXTS } from './topics.ts';
import { documentText, statusText, targetLine, validityText } from './words.ts';

/** One value or the lack of it, as a row of a table. */
interface Row { readonly label: string; readonly value?: string; readonly entry?: PolicyValue<unknown> }

/** What is decided, absent, or not read at the source, as Markdown in Dutch. The same data give the same text. */
export function coverageDocument(policies: readonly MunicipalPolicy[], regions: readonly Region[]): string {
  const municipalities = policies.map((policy) => ({ policy, rows: rowsOf(policy) }));
  return [
    '# Vastgelegd beleid',
    'Gemaakt uit `src/policy`; niet met de hand wijzigen. Bijwerken: `npx vitest run test/policy/coverage.test.ts -u`.',
    'Wat hier ontbreekt, is niet besloten of niet bekend: Kansenlijn zegt dan “geen afspraak vastgelegd” en neemt niets aan.',
    '## Overzicht',
    table(['Gemeente', 'Onderwerpen vastgelegd', 'Waarden niet bij de bron gelezen', 'Geen afspraak vastgelegd'], municipalities.map(({ policy, rows }) => summary(policy, rows))),
    ...municipalities.flatMap(({ policy, rows }) => section(policy, rows)),
    '## Regio’s',
    table(['Regio', 'Gemeente', 'Geldt', 'Bron', 'Stand'], regions.flatMap(regionRows)),
    ...regions.flatMap(({ name, remark }) => (remark === undefined ? [] : [`${name}: ${lowerFirst(remark)}`])),
  ].join('\n\n') + '\n';
}

function rowsOf(policy: MunicipalPolicy): Row[] {
  const topics = TOPIC_NAMES.flatMap((name): Row[] => {
    const { label } = TOPIC_TEXTS[name];
    const history: readonly PolicyValue<unknown>[] = policy[name] ?? [];
    return history.length === 0 ? [{ label }] : history.map((entry) => ({ label, value: topicLines(name, entry).join('; '), entry }));
  });
  const targets = policy.targets.map((entry): Row => ({ label: targetLabel(entry.value.measure), value: targetLine(entry.value), entry }));
  return [...topics, ...(targets.length === 0 ? [{ label: 'Doelen' }] : targets)];
}

function summary({ municipalityName, municipalityCode }: MunicipalPolicy, rows: readonly Row[]): string[] {
  const decided = new Set(rows.flatMap(({ label, entry }) => (entry ? [label] : [])));
  const unread = rows.filter(({ entry }) => entry && entry.source.status !== 'read').length;
  return [`${municipalityName} (${municipalityCode})`, String(decided.size), String(unread), String(rows.filter(({ entry }) => !entry).length)];
}

function section(policy: MunicipalPolicy, rows: readonly Row[]): string[] {
  const decided = rows.flatMap(({ label, value = '', entry }) => (entry ? [[label, withRemark(value, entry), validityText(entry), documentText(entry.source), stand(entry)]] : []));
  const absent = rows.filter(({ entry }) => !entry).map(({ label }) => label);
  return [
    `## ${policy.municipalityName}`,
    table(['Onderwerp', 'Waarde', 'Geldt', 'Bron', 'Stand'], decided),
    absent.length === 0 ? 'Over elk onderwerp is iets vastgelegd.' : `**Geen afspraak vastgelegd:** ${absent.join('; ')}.`,
  ];
}

const withRemark = (value: string, { remark }: PolicyValue<unknown>): string => (remark === undefined ? value : `${value}. ${remark}`);

/** "gelezen bij de bron, nagekeken op 22-11-2026"; with what was not read when that is so. */
function stand({ source, checkedOn }: PolicyValue<unknown>): string {
  return [`${statusText(source)}, nagekeken op ${dutchDay(checkedOn)}`, ...(source.note === undefined ? [] : [source.note])].join('. ');
}

function regionRows({ name, members }: Region): string[][] {
  return members.map((member) => [name, `${member.value.municipalityName} (${member.value.municipalityCode})`, validityText(member), documentText(member.source), stand(member)]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
