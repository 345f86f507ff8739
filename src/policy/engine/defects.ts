import { isRealDay } from './days.ts';
import type { Citation, MunicipalPolicy, PolicyValue, Target } from './types.ts';

/**
 * What is wrong with policy data, in English, for the person who edits it. An empty
 * list means that the data may be used. Run by the tests over everything we ship.
 */
export function policyDefects(policy: MunicipalPolicy): string[] {
  const histories: readonly [name: string, history: readonly PolicyValue<unknown>[]][] = [
    ['windowStartMonths', policy.windowStartMonths],
    ['hoursPerWeek', policy.hoursPerWeek],
    ['hoursTotal', policy.hoursTotal],
    ['grounds', policy.grounds],
    ['minimumTargetToddlersInGroup', policy.minimumTargetToddlersInGroup],
    ...targetsByMeasure(policy.targets),
  ];
  return [
    ...(/^\d{4}$/.test(policy.municipalityCode) ? [] : ['municipalityCode: not a CBS code of four digits']),
    ...(policy.municipalityName.trim() === '' ? ['municipalityName: missing'] : []),
    ...histories.flatMap(([name, history]) => historyDefects(name, history)),
  ];
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
