import { isRealDay } from './days.ts';
import { TOPIC_NAMES } from './topics.ts';
import type { Citation, Ground, MunicipalPolicy, PolicyValue, Region, Target } from './types.ts';

/**
 * What is wrong with policy data, in English, for the person who edits it. An empty
 * list means that the data may be used. Run by the tests over everything we ship.
 */
export function policyDefects(policy: MunicipalPolicy): string[] {
  const histories: readonly [name: string, history: readonly PolicyValue<unknown>[]][] = [
    ...TOPIC_NAMES.map((name): [string, readonly PolicyValue<unknown>[]] => [name, policy[name] ?? []]),
    ...targetsByMeasure(policy.targets),
  ];
  return [
    ...(/^\d{4}$/.test(policy.municipalityCode) ? [] : ['municipalityCode: not a CBS code of four digits']),
    ...(policy.municipalityName.trim() === '' ? ['municipalityName: missing'] : []),
    ...histories.flatMap(([name, history]) => historyDefects(name, history)),
    ...policy.grounds.flatMap(({ from, value }) => groundDefects(value).map((defect) => `grounds from ${from}: ${defect}`)),
    ...policy.targets.flatMap(({ from, value }) => targetDefects(value).map((defect) => `targets from ${from}: ${defect}`)),
    ...policy.windowStartMonths.flatMap(({ from, value }) => (value >= 0 && value < 48 ? [] : [`windowStartMonths from ${from}: ${value} is no age before 4 years`])),
  ];
}

/** What is wrong with a region: its id, and members without a source, twice at a time, or with a code that is none. */
export function regionDefects(region: Region): string[] {
  const codes = [...new Set(region.members.map(({ value }) => value.municipalityCode))];
  return [
    ...(/^[a-z0-9-]{2,40}$/.test(region.id) ? [] : ['id: not lower case with hyphens']),
    ...(region.name.trim() === '' ? ['name: missing'] : []),
    ...(region.members.length === 0 ? ['members: none'] : []),
    ...codes.filter((code) => !/^\d{4}$/.test(code)).map((code) => `member ${code}: not a CBS code of four digits`),
    ...codes.flatMap((code) => historyDefects(`member ${code}`, region.members.filter(({ value }) => value.municipalityCode === code))),
  ];
}

/** A code stands for one thing only: on the form, grounds and characteristics are ticked in one list. */
function groundDefects(grounds: readonly Ground[]): string[] {
  const codes = grounds.flatMap((ground) => [ground.code, ...(ground.characteristics ?? []).map(({ code }) => code)]);
  return [
    ...(grounds.length === 0 ? ['an empty list; leave the value out instead'] : []),
    ...codes.filter((code) => !/^[a-z0-9_]{2,60}$/.test(code)).map((code) => `${code} is not a code`),
    ...codes.filter((code, index) => codes.indexOf(code) < index).map((code) => `${code} stands for two things`),
    ...grounds.filter(({ countedApart, characteristics = [] }) => countedApart && characteristics.length === 0).map(({ code }) => `${code} counts characteristics apart and has none`),
    ...grounds.filter(({ countedApart, needs }) => countedApart && needs === 'all').map(({ code }) => `${code} needs all of its characteristics, so these cannot be counted apart`),
    ...grounds.filter(({ needs, characteristics }) => needs === 'all' && (characteristics?.length ?? 0) < 2).map(({ code }) => `${code} needs all of fewer than two characteristics`),
  ];
}

function targetDefects({ atLeastPercent, aimPercent = atLeastPercent }: Target): string[] {
  return atLeastPercent > 0 && atLeastPercent <= aimPercent && aimPercent <= 100 ? [] : ['percentages out of order or outside 0 to 100'];
}

/** What is wrong with the history of one value: missing sources, impossible dates, overlaps. */
export function historyDefects(name: string, history: readonly PolicyValue<unknown>[]): string[] {
  const single = history.flatMap((value) => valueDefects(value).map((defect) => `${name} from ${value.from}: ${defect}`));
  return [...single, ...overlaps(name, history)];
}

function valueDefects(value: PolicyValue<unknown>): string[] {
  return [
    ...sourceDefects(value.source),
    ...(isRealDay(value.from) ? [] : ['from is not a real day']),
    ...(value.until === undefined || isRealDay(value.until) ? [] : [`until ${value.until} is not a real day`]),
    ...(value.until === undefined || value.from < value.until ? [] : [`until ${value.until} is not after from`]),
    ...(isRealDay(value.checkedOn) ? [] : [`checkedOn ${value.checkedOn} is not a real day`]),
    ...(value.unit.trim() === '' ? ['unit is missing'] : []),
  ];
}

function sourceDefects(source: Citation): string[] {
  return [
    ...(source.document.trim() === '' ? ['source is missing'] : []),
    ...(source.status === 'read' || (source.note ?? '').trim() !== '' ? [] : ['a source that was not read needs a note']),
  ];
}

function overlaps(name: string, history: readonly PolicyValue<unknown>[]): string[] {
  const sorted = [...history].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.slice(1).flatMap((value, index) => {
    const before = sorted[index];
    const isClear = before?.until !== undefined && before.until <= value.from;
    return isClear ? [] : [`${name} from ${value.from}: overlaps the value from ${before?.from ?? '?'}`];
  });
}

function targetsByMeasure(targets: readonly PolicyValue<Target>[]): [string, PolicyValue<Target>[]][] {
  const measures = [...new Set(targets.map((target) => target.value.measure))];
  return measures.map((measure) => [`targets ${measure}`, targets.filter((target) => target.value.measure === measure)]);
}
