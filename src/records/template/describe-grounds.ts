import type { Ground, MunicipalPolicy, PolicyValue } from '../../policy/engine/types.ts';
import { validityText } from '../../policy/explain/words.ts';

type Grounds = MunicipalPolicy['grounds'];

/** The codes that `gronden` may hold, per municipality and period, as a chapter of docs/import.md. */
export function groundsInMarkdown(policies: readonly MunicipalPolicy[]): string {
  const known = policies.filter(({ grounds }) => grounds.length > 0);
  const without = policies.filter(({ grounds }) => grounds.length === 0).map(({ municipalityName, municipalityCode }) => `${municipalityName} (${municipalityCode})`);
  return [
    ...known.flatMap(({ municipalityName, municipalityCode, grounds }) => [`**${municipalityName} (${municipalityCode})**`, ...periodsOf(grounds).map(periodTable)]),
    ...(without.length === 0 ? [] : [`**Geen gronden vastgelegd:** ${without.join(', ')}. Elke code wordt ingelezen en in een antwoord getoond zoals zij is.`]),
  ].join('\n\n');
}

interface Period { readonly validity: readonly string[]; readonly grounds: readonly Ground[] }

/** Periods after each other with the same codes and labels are told together. */
function periodsOf(history: Grounds): Period[] {
  const byGrounds = new Map<string, PolicyValue<readonly Ground[]>[]>();
  for (const value of history) {
    const key = JSON.stringify(value.value);
    byGrounds.set(key, [...(byGrounds.get(key) ?? []), value]);
  }
  return [...byGrounds.values()].map((values) => ({ validity: values.map(validityText), grounds: values[0]!.value }));
}

function periodTable({ validity, grounds }: Period): string {
  return [`Geldt ${validity.join(' en ')}.`, '', '| code | wat het is | telt bij |', '| --- | --- | --- |', ...grounds.flatMap(rowsOf)].join('\n');
}

/** Only codes that are also stored by a form; of a ground that is counted apart its own code is the way out. */
function rowsOf({ code, label, countedApart, characteristics = [] }: Ground): string[] {
  if (!countedApart) return [row(code, label, 'zichzelf')];
  return [
    ...characteristics.map((characteristic) => row(characteristic.code, characteristic.label, label)),
    row(code, `${label}, alleen als het kenmerk niet bekend is; telt dan één keer`, label),
  ];
}

const row = (code: string, what: string, ground: string): string => `| \`${code}\` | ${[what, ground].map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
