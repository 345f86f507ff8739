import { ID } from '../support/world.ts';

/** Children of a small world, by number, and what happened to them. */
export const child = (number: number): string => `00000000-0000-4000-8000-00000000010${number}`;
export const indication = (number: number): string => `00000000-0000-4000-8000-00000000020${number}`;
export const placed = (number: number, at: 'waterlelie' | 'bosrand' | 'ermelo', valid: string, reason?: string): string =>
  `('${child(number)}', '${ID[at]}', '${ID[`${at}Group`]}', true, 16, 4, '${valid}', ${reason ? `'${reason}'` : 'null'})`;

/** On 22-11-2026: 1 reached, 2 elsewhere, 3 not reached, 4 unknown and too young for the Inspectorate, 5 left at four, 6 left early. */
export const SMALL_WORLD = `
set search_path = kansenlijn, public;
insert into child (id, code) values ${[1, 2, 3, 4, 5, 6].map((n) => `('${child(n)}', 'PU-AAA${n}-AAAA')`).join(', ')};
insert into child_detail (child_id, birth_date, municipality_code, neighbourhood_id, valid) values
  ${['2023-10-01', '2023-01-15', '2023-06-01', '2024-10-10', '2022-09-01', '2023-05-05'].map((birth, index) => `('${child(index + 1)}', '${birth}', '0273', ${index < 2 ? `'${ID.centrum}'` : 'null'}, '[${birth},)')`).join(', ')};
insert into indication (version_id, child_id, valid) values ${[1, 2, 3, 4].map((n) => `('${indication(n)}', '${child(n)}', '[2026-01-10,)')`).join(', ')};
insert into indication_ground (version_id, ground) values
  ('${indication(1)}', 'child_development'), ('${indication(1)}', 'parents_situation'), ('${indication(2)}', 'child_development'), ('${indication(3)}', 'child_development'), ('${indication(4)}', 'parents_situation');
insert into guidance_outcome (child_id, on_date, kind, reasons) values ('${child(3)}', '2026-05-01', 'non_reach', '{practical,financial}');
insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason) values
  ${[placed(1, 'waterlelie', '[2026-02-02,)'), placed(2, 'ermelo', '[2026-03-01,)'), placed(5, 'bosrand', '[2025-03-01,2026-09-01)', 'school_at_4'), placed(6, 'bosrand', '[2026-01-12,2026-07-01)', 'moved')].join(', ')};`;
