import { addDays, addMonths } from '../../src/policy/engine/days.ts';
import { ERMELO_GROUP, GROUPS } from './places.ts';
import { createChance } from './random.ts';
import { DemoRecords } from './records.ts';

/** The records end here; the demo is shown two days later. */
const LAST_RECORD = '2026-11-20';

/** VE places in the school years after the published table; De Krachtpatsers is full. */
export const OFFERS_2026 = [
  { id: 'vp-2026-duinpan', locatie: 'l-duinpan', plaatsen: 16 },
  { id: 'vp-2026-wilg', locatie: 'l-wilg', plaatsen: 8 },
  { id: 'vp-2026-husselhof', locatie: 'l-husselhof', plaatsen: 8 },
  { id: 'vp-2026-krachtpatsers', locatie: 'l-krachtpatsers', plaatsen: 4 },
  { id: 'vp-2026-bosuil', locatie: 'l-bosuil', plaatsen: 10 },
].map((offer) => ({ ...offer, van: '01-08-2025', tot_en_met: undefined }));

/** 27 places taken by toddlers of Putten, by group. */
const TAKEN: readonly [group: string, places: number][] = [
  ['g-duinpan-1', 6], ['g-duinpan-2', 6], ['g-wilg-1', 6], ['g-husselhof-1', 5], ['g-krachtpatsers-1', 4], [ERMELO_GROUP, 2],
];

/** Putten in the autumn of 2026: 36 target toddlers, of whom 29 are reached, 3 are not and 4 are unknown. */
export function autumn2026(): DemoRecords {
  const records = new DemoRecords(createChance(20261122), '26');
  reached(records);
  notReached(records);
  unknown(records);
  formerChildren(records);
  others(records);
  return records;
}

function reached(records: DemoRecords): void {
  // Three of them turn 4 within a fortnight.
  const soonFour = ['2022-11-26', '2022-11-30', '2022-12-04'];
  for (const group of TAKEN.flatMap(([name, places]) => Array.from({ length: places }, () => name))) {
    const child = records.child(soonFour.pop() ?? addDays('2023-01-10', records.chance.below(560)));
    const issued = records.issueDay(child, '2026-09-14');
    records.indication(child, issued);
    if (records.chance.below(3) === 0) records.guidance(child, addDays(issued, 24), 'aanbod');
    const few = records.chance.below(6) === 0;
    records.placement(child, group, records.startDay(child, '2026-11-02'), { hours: few ? 12 : 16, days: few ? 3 : 4 });
  }
}

function notReached(records: DemoRecords): void {
  for (const [born, kind, reasons] of [
    ['2023-09-12', 'weigering', 'no_use_seen'], ['2024-02-03', 'niet_bereikt', 'waiting_list'], ['2023-05-28', 'niet_bereikt', 'cannot_combine|financial'],
  ] as const) {
    const child = records.child(born);
    records.indication(child, addMonths(born, 20));
    records.guidance(child, '2026-06-22', 'aanbod');
    records.guidance(child, '2026-08-31', kind, reasons);
  }
}

function unknown(records: DemoRecords): void {
  for (const [index, born] of ['2024-11-22', '2024-10-30', '2024-08-16', '2024-05-07'].entries()) {
    const child = records.child(born);
    records.indication(child, addDays('2026-09-28', index * 9));
    if (index === 3) records.guidance(child, '2026-11-10', 'aanbod');
  }
}

function formerChildren(records: DemoRecords): void {
  for (let index = 0; index < 10; index += 1) {
    const child = records.child(addDays('2022-05-10', index * 18));
    records.indication(child, addMonths(child.born, 25));
    records.exitToSchool(records.placement(child, GROUPS[index % GROUPS.length]!, addMonths(child.born, 31)));
  }
  const moved = records.child('2023-04-14');
  records.indication(moved, '2025-02-10', '2026-05-01');
  records.exit(records.placement(moved, 'g-wilg-1', '2025-06-02'), '2026-04-30', 'moved');
}

function others(records: DemoRecords): void {
  for (const born of ['2024-11-23', '2025-01-15', '2025-02-27', '2025-03-08']) records.indication(records.child(born), '2026-11-03');
  const fromErmelo = records.child('2023-12-01', '0233');
  records.indication(fromErmelo, '2025-10-06');
  records.placement(fromErmelo, 'g-husselhof-1', '2026-01-12');
  for (let index = 0; index < 22; index += 1) {
    const child = records.child(addDays('2022-12-15', records.chance.below(650)));
    records.placement(child, GROUPS[index % GROUPS.length]!, records.startDay(child, LAST_RECORD), { vePlace: false, hours: 8, days: 2 });
  }
}
