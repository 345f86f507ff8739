import { holdsOn } from '../engine/resolve.ts';
import type { IsoDate, PolicyValue, Region, RegionMember } from '../engine/types.ts';
import { deBevelanden } from './de-bevelanden.ts';
import { ijmond } from './ijmond.ts';
import { lekstroom } from './lekstroom.ts';
import { mvs } from './mvs.ts';

/** By name. For showing and for figures of a region; the database alone says who may see what. */
export const REGIONS: readonly Region[] = [deBevelanden, ijmond, lekstroom, mvs];

export function regionOf(id: string): Region | undefined {
  return REGIONS.find((region) => region.id === id);
}

/** Members of the region on the day. */
export function membersOn(region: Region, day: IsoDate): RegionMember[] {
  return region.members.filter((member) => holdsOn(member, day)).map(({ value }) => value);
}

/** Regions to which a municipality belongs on the day, each with the membership and its source. */
export function regionsOf(municipalityCode: string, day: IsoDate): { readonly region: Region; readonly membership: PolicyValue<RegionMember> }[] {
  return REGIONS.flatMap((region) => region.members
    .filter((member) => member.value.municipalityCode === municipalityCode && holdsOn(member, day))
    .map((membership) => ({ region, membership })));
}
