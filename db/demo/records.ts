import { newChildCode } from '../../src/ask/child-code.ts';
import { addDays, addMonths } from '../../src/policy/engine/days.ts';
import { dutch, type Rows } from './csv-files.ts';
import { VILLAGES } from './places.ts';
import type { Chance } from './random.ts';

export interface DemoChild { readonly id: string; readonly born: string }
export interface DemoPlacement { readonly id: string; readonly child: DemoChild; readonly start: string; lastDay?: string }
export interface PlacementChoice { readonly vePlace?: boolean; readonly hours?: number; readonly days?: number }

const GROUNDS = ['child_development', 'child_development', 'parents_situation', 'child_development|parents_situation'] as const;

/** Invented records of one period, and the files that they become. Ids of two periods differ by their prefix. */
export class DemoRecords {
  readonly placements: DemoPlacement[] = [];
  readonly #rows: Record<'kinderen' | 'verwijzingen' | 'indicaties' | 'toeleiding' | 'plaatsingen' | 'uitstroom', Record<string, string | number | undefined>[]> = {
    kinderen: [], verwijzingen: [], indicaties: [], toeleiding: [], plaatsingen: [], uitstroom: [],
  };

  constructor(readonly chance: Chance, readonly prefix: string) {}

  get files(): Readonly<Record<string, Rows>> {
    return this.#rows;
  }

  #nextId(letter: string, rows: readonly unknown[]): string {
    return `${letter}-${this.prefix}-${String(rows.length + 1).padStart(3, '0')}`;
  }

  child(born: string, municipality: '0273' | '0233' = '0273'): DemoChild {
    const id = this.#nextId('k', this.#rows.kinderen);
    const putten = municipality === '0273';
    this.#rows.kinderen.push({
      id, code: newChildCode(putten ? 'PU' : 'ER', (limit) => this.chance.below(limit)), geboortedatum: dutch(born),
      gemeente: municipality, wijk: putten ? this.chance.pick(VILLAGES) : 'w-ermelo',
    });
    return { id, born };
  }

  indication(child: DemoChild, day: string, withdrawnOn?: string): void {
    this.#rows.indicaties.push({
      id: this.#nextId('i', this.#rows.indicaties), kind: child.id, datum: dutch(day), gronden: this.chance.pick(GROUNDS),
      organisatie: 'o-jgz', ingetrokken_op: dutch(withdrawnOn),
    });
  }

  guidance(child: DemoChild, day: string, kind: 'aanbod' | 'weigering' | 'niet_bereikt', reasons?: string): void {
    this.#rows.toeleiding.push({
      id: this.#nextId('t', this.#rows.toeleiding), kind: child.id, datum: dutch(day), soort: kind, redenen: reasons, toelichting: undefined,
    });
  }

  placement(child: DemoChild, group: string, start: string, { vePlace = true, hours = 16, days = 4 }: PlacementChoice = {}): DemoPlacement {
    const placement: DemoPlacement = { id: this.#nextId('p', this.#rows.plaatsingen), child, start };
    this.placements.push(placement);
    this.#rows.plaatsingen.push({
      id: placement.id, kind: child.id, groep: group, start: dutch(start), ve_plaats: vePlace ? 'ja' : 'nee',
      uren_per_week: hours, dagen_per_week: days,
    });
    return placement;
  }

  exit(placement: DemoPlacement, lastDay: string, reason: string): void {
    placement.lastDay = lastDay;
    this.#rows.uitstroom.push({
      id: this.#nextId('u', this.#rows.uitstroom), plaatsing: placement.id, laatste_dag: dutch(lastDay), reden: reason, toelichting: undefined,
    });
  }

  /** The last day before the 4th birthday, to school. */
  exitToSchool(placement: DemoPlacement): void {
    this.exit(placement, addDays(addMonths(placement.child.born, 48), -1), 'school_at_4');
  }

  ownReference(child: DemoChild, organisation: string, reference: string): void {
    this.#rows.verwijzingen.push({ kind: child.id, organisatie: organisation, verwijzing: reference });
  }

  /** A day of issue between two ages, but not after `latest`. */
  issueDay(child: DemoChild, latest: string): string {
    const day = addDays(addMonths(child.born, this.chance.between(17, 22)), this.chance.below(28));
    return day < latest ? day : latest;
  }

  /** A start in the first months of the window, but not after `latest`. */
  startDay(child: DemoChild, latest: string): string {
    const day = addDays(addMonths(child.born, this.chance.between(24, 30)), this.chance.below(20));
    return day < latest ? day : latest;
  }
}
