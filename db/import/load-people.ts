import { organisationKindCheck } from './checks.ts';
import type { Loader } from './loader.ts';

const people: Loader = {
  kind: 'personen', inLedger: false,
  recognise: [
    `update stage_personen s set target = r.id, state = 'adopted'
     from kansenlijn.person_role r join kansenlijn.person p on p.id = r.person_id
     where s.state = 'new' and r.revoked_at is null and p.tenant_id = s.tenant and p.aad_object_id = s.aad_object_id and r.role = s.rol
       and r.location_id is not distinct from s.locatie_target and r.school_id is not distinct from s.school_target
       and r.organisation_id is not distinct from s.organisatie_target
       and r.municipality_code is not distinct from s.gemeente_target and r.region_id is not distinct from s.regio_target`,
  ],
  checks: [organisationKindCheck('personen', 'organisatie', 'health', 'jgz')],
  store: [
    `insert into kansenlijn.person (tenant_id, aad_object_id)
     select distinct s.tenant, s.aad_object_id from stage_personen s where s.state = 'new' on conflict do nothing`,
    `insert into kansenlijn.person_role (id, person_id, role, location_id, school_id, organisation_id, municipality_code, region_id)
     select s.target, p.id, s.rol, s.locatie_target, s.school_target, s.organisatie_target, s.gemeente_target, s.regio_target
     from stage_personen s join kansenlijn.person p on p.tenant_id = s.tenant and p.aad_object_id = s.aad_object_id
     where s.state = 'new'`,
  ],
};

/** Loaders of people and their roles. */
export const PEOPLE_LOADERS: readonly Loader[] = [people];
