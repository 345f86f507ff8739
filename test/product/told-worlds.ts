import { ID } from '../support/world.ts';

/** How many children of each kind there are. */
export interface Numbers {
  readonly here: number; readonly elsewhere: number; readonly notReached: number; readonly unknown: number;
  /** On a VE place of a location that no longer offers any. */
  readonly unoffered: number;
  /** Left in the third quarter, before they were four and because they were. */
  readonly moved: number; readonly turnedFour: number;
  /** Left in the week before that of the post. */
  readonly lately: number;
}

/** Two worlds in which each number lies in the same band: nobody who gets bands may be able to tell them apart. */
export const ONE_WORLD: Numbers = { here: 1, elsewhere: 1, notReached: 1, unknown: 1, unoffered: 0, moved: 1, turnedFour: 0, lately: 0 };
export const OTHER_WORLD: Numbers = { here: 2, elsewhere: 1, notReached: 2, unknown: 2, unoffered: 1, moved: 2, turnedFour: 1, lately: 2 };

/** A second group of De Waterlelie. */
export const SECOND_GROUP = '00000000-0000-4000-8000-000000000029';
const BORN = '2023-10-01';

/** Children of these numbers on 22-11-2026, in the fixed world of the tests. */
export function told(numbers: Numbers): string {
  const lines: string[] = [`set search_path = kansenlijn, public`, `insert into care_group (id, location_id, name) values ('${SECOND_GROUP}', '${ID.waterlelie}', 'Libellen')`,
    `delete from ve_place_offer where location_id = '${ID.bosrand}'`, `insert into ve_place_offer (location_id, places, valid) values ('${ID.bosrand}', 2, '[2023-01-01,2026-04-01)')`,
    `insert into population (municipality_code, reference_date, age_months, children) values ('0273', '2026-01-01', '[24,48)', 160)`];
  let next = 0;
  const add = (count: number, birth: string, of: (id: string, nth: number) => readonly string[], home = '0273'): void => {
    for (let nth = 0; nth < count; nth += 1) {
      next += 1;
      const id = `00000000-0000-4000-8000-0000000005${String(next).padStart(2, '0')}`;
      lines.push(`insert into child (id, code) values ('${id}', 'PU-CC${String.fromCharCode(65 + (next % 6))}${2 + (next % 7)}-CC${2 + Math.floor(next / 7)}C')`,
        `insert into child_detail (child_id, birth_date, municipality_code, neighbourhood_id, valid) values ('${id}', '${birth}', '${home}', ${nth === 0 && home === '0273' ? `'${ID.centrum}'` : 'null'}, '[${birth},)')`, ...of(id, nth));
    }
  };
  const indicated = (id: string): string => `with one as (insert into indication (child_id, valid) values ('${id}', '[2026-01-10,)') returning version_id) insert into indication_ground (version_id, ground) select version_id, 'child_development' from one`;
  const placed = (id: string, at: string, group: string, valid: string, reason = 'null'): string =>
    `insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason) values ('${id}', '${at}', '${group}', true, 16, 4, '${valid}', ${reason})`;
  add(numbers.here, BORN, (id, nth) => [indicated(id), placed(id, ID.waterlelie, nth === 1 ? SECOND_GROUP : ID.waterlelieGroup, '[2026-01-12,)')]);
  add(numbers.elsewhere, BORN, (id) => [indicated(id), placed(id, ID.ermelo, ID.ermeloGroup, '[2026-01-12,)')]);
  add(numbers.notReached, BORN, (id) => [indicated(id), `insert into guidance_outcome (child_id, on_date, kind, reasons) values ('${id}', '2026-05-01', 'non_reach', '{waiting_list}')`]);
  add(numbers.unknown, BORN, (id) => [indicated(id)]);
  add(numbers.unoffered, BORN, (id) => [placed(id, ID.bosrand, ID.bosrandGroup, '[2026-01-12,)')], '0233');
  add(numbers.moved, BORN, (id) => [placed(id, ID.bosrand, ID.bosrandGroup, '[2026-03-02,2026-08-16)', `'moved'`)], '0233');
  add(numbers.turnedFour, '2022-08-20', (id) => [placed(id, ID.bosrand, ID.bosrandGroup, '[2025-03-01,2026-08-20)', `'school_at_4'`)]);
  add(numbers.lately, BORN, (id) => [placed(id, ID.waterlelie, ID.waterlelieGroup, '[2026-03-02,2026-11-12)', `'moved'`)], '0233');
  return `${lines.join(';\n')};`;
}
