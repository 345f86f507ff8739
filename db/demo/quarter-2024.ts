import { addDays, addMonths } from '../../src/policy/engine/days.ts';
import { ERMELO_GROUP, GROUPS } from './places.ts';
import { createChance } from './random.ts';
import { DemoRecords } from './records.ts';

/** Last day of the quarter that the published table speaks of. */
export const REFERENCE_DATE = '2024-03-31';

/** VE places in the period of the table, by location. */
export const OFFERS_2024 = [
  { id: 'vp-2024-duinpan', locatie: 'l-duinpan', plaatsen: 16 },
  { id: 'vp-2024-wilg', locatie: 'l-wilg', plaatsen: 8 },
  { id: 'vp-2024-husselhof', locatie: 'l-husselhof', plaatsen: 8 },
  { id: 'vp-2024-krachtpatsers', locatie: 'l-krachtpatsers', plaatsen: 4 },
  { id: 'vp-2024-bosuil', locatie: 'l-bosuil', plaatsen: 10 },
].map((offer) => ({ ...offer, van: '01-08-2022', tot_en_met: '31-07-2025' }));

/**
 * Putten, quarter 1 of 2024: 31 target toddlers; 24 reached in the municipality, 2 elsewhere,
 * 2 not reached, 3 unknown. With children around them who must not be counted.
 */
export function quarter2024(): DemoRecords {
  const records = new DemoRecords(createChance(20240331), '24');
  reached(records);
  notReached(records);
  unknown(records);
  outsideTheWindow(records);
  withoutValidIndication(records);
  return records;
}

function bornInWindow(records: DemoRecords): string {
  return addDays('2020-06-01', records.chance.below(520));
}

function reached(records: DemoRecords): void {
  for (let index = 0; index < 26; index += 1) {
    // The oldest one turns 4 on the day after the reference date.
    const child = records.child(index === 0 ? '2020-04-01' : bornInWindow(records));
    records.indication(child, records.issueDay(child, '2024-01-15'));
    // A refusal that was followed by a placement: reached all the same.
    if (index === 5) records.guidance(child, addMonths(child.born, 23), 'weigering', 'undecided');
    if (index % 3 === 0) records.guidance(child, addDays(addMonths(child.born, 23), 3), 'aanbod');
    const group = index < 24 ? GROUPS[[0, 1, 2, 3, 0, 1, 2, 4, 3, 1, 0, 2][index % 12]!]! : ERMELO_GROUP;
    const few = index % 7 === 3;
    records.placement(child, group, records.startDay(child, '2024-03-18'), { hours: few ? 10 : 16, days: few ? 2 : 4 });
    if (index % 5 === 0 && group === 'g-duinpan-1') records.ownReference(child, 'o-zandkorrel', `ZK-${1000 + index}`);
  }
}

function notReached(records: DemoRecords): void {
  const refused = records.child('2021-05-17');
  records.indication(refused, '2023-03-06');
  records.guidance(refused, '2023-05-15', 'aanbod');
  records.guidance(refused, '2023-06-12', 'weigering', 'other_day_care');
  const practical = records.child('2021-10-02');
  records.indication(practical, '2023-07-11');
  records.guidance(practical, '2023-11-20', 'niet_bereikt', 'practical|too_young');
}

function unknown(records: DemoRecords): void {
  // Two years old on the reference date itself: the first day of the window.
  const youngest = records.child('2022-03-31');
  records.indication(youngest, '2024-02-19');
  const offered = records.child('2022-01-24');
  records.indication(offered, '2023-11-06');
  records.guidance(offered, '2024-03-11', 'aanbod');
  records.placement(offered, 'g-husselhof-1', '2024-04-15');
  const stopped = records.child('2021-02-08');
  records.indication(stopped, '2022-11-14');
  records.exit(records.placement(stopped, 'g-wilg-1', '2023-03-06'), '2024-01-26', 'parents_stopped');
}

function outsideTheWindow(records: DemoRecords): void {
  // Turns 4 on the reference date: the first day outside.
  for (const born of ['2020-03-31', '2020-02-12', '2019-12-05', '2019-10-21', '2019-08-14', '2019-06-30', '2019-05-09']) {
    const child = records.child(born);
    records.indication(child, addMonths(born, 27));
    records.exitToSchool(records.placement(child, records.chance.pick(GROUPS), addMonths(born, 30)));
  }
  // From the day after the reference date on they are two years old.
  for (const born of ['2022-04-01', '2022-05-20', '2022-06-11', '2022-08-03']) {
    records.indication(records.child(born), '2024-03-04');
  }
  const fromErmelo = records.child('2021-06-23', '0233');
  records.indication(fromErmelo, '2023-04-18');
  records.placement(fromErmelo, 'g-krachtpatsers-1', '2023-08-28');
}

function withoutValidIndication(records: DemoRecords): void {
  for (let index = 0; index < 20; index += 1) {
    const child = records.child(bornInWindow(records));
    records.placement(child, GROUPS[index % GROUPS.length]!, records.startDay(child, '2024-03-25'), { vePlace: false, hours: 8, days: 2 });
  }
  // Indicated after the reference date.
  for (const day of ['2024-04-02', '2024-04-04']) records.indication(records.child(bornInWindow(records)), day);
  const moved = records.child('2021-03-19');
  records.indication(moved, '2022-12-05', '2023-12-01');
  records.exit(records.placement(moved, 'g-duinpan-2', '2023-04-03'), '2023-11-30', 'moved');
}

/** Placements of the table's period that were still open then, with the exits that followed. */
export function endOpenPlacements(from: DemoRecords, into: DemoRecords): void {
  for (const placement of from.placements) if (placement.lastDay === undefined) into.exitToSchool(placement);
}

