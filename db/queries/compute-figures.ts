import { randomInt } from 'node:crypto';
import { z } from 'zod/v4';
import type { AsOf, FiguresPort, NamedPlace } from '../../dialogs/ports.ts';
import { kindergartenFacts } from './result-facts.ts';
import { handoverFacts } from './handover-facts.ts';
import { ledgerChanges } from './ledger-changes.ts';
import { namedPlaces } from './names.ts';
import { LOCATION_FACTS, LOCATION_HISTORY, locationRow, TARGET_FACTS, targetRow, TODDLER_FACTS, toddlerRow } from './figure-facts.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

const answerSchema = z.object({
  reference: z.string(), askedAt: z.date().transform((at) => at.toISOString()), protected: z.boolean(), measure: z.string(), measureVersion: z.number(),
  municipalityCode: z.string().nullable().transform((v) => v ?? undefined), locationId: z.string().nullable().transform((v) => v ?? undefined),
  schoolId: z.string().nullable().transform((v) => v ?? undefined),
  municipalityCodes: z.array(z.string()).nullable().transform((v) => v ?? undefined),
  referenceDate: z.string(), params: z.record(z.string(), z.unknown()), revision: z.number(), knownAt: z.string(),
});

/** Without letters that look like digits; 30^8 references, so a taken one is next to impossible and then refused by the key. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
function newReference(): string {
  const block = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `KL-${block()}-${block()}`;
}

export function createFiguresPort(session: Session): FiguresPort {
  const moment = (asOf: AsOf | undefined): unknown[] => [asOf?.revision ?? null, asOf?.knownAt ?? null];
  let names: Promise<readonly NamedPlace[]> | undefined;
  return {
    async targets({ asOf, municipalityCode, referenceDate, startMonths, endMonths }) {
      const rows = await queryRows(session, targetRow, TARGET_FACTS, [...moment(asOf), municipalityCode, referenceDate, startMonths, endMonths]);
      return { facts: rows.flatMap(({ fact }) => fact ?? []), revision: rows[0]!.revision, knownAt: rows[0]!.knownAt };
    },

    async locationFacts({ asOf, municipalityCode, locationId, referenceDate, from, until, history }) {
      const rows = await queryRows(session, locationRow, history ? LOCATION_HISTORY : LOCATION_FACTS, [...moment(asOf), municipalityCode ?? null, locationId ?? null, referenceDate, from, until]);
      return { facts: rows.flatMap(({ fact }) => fact ?? []), revision: rows[0]!.revision, knownAt: rows[0]!.knownAt };
    },

    async toddlers({ asOf, municipalityCode, referenceDate }) {
      const { revision, knownAt, ...facts } = (await queryRow(session, toddlerRow, TODDLER_FACTS, [...moment(asOf), municipalityCode, referenceDate]))!;
      return { facts, revision, knownAt };
    },

    kindergarten: (query) => kindergartenFacts(session, query),

    handovers: (query) => handoverFacts(session, query),

    changes: (query) => ledgerChanges(session, query),

    async remember(answer) {
      const reference = newReference();
      session.beforeCommit(execute(session, `
        insert into answer (reference, person_id, protected, measure, measure_version, municipality_code, location_id, municipality_codes, reference_date, params, revision, known_at, counts, school_id)
        values ($1::text, $2::uuid, $3::boolean, $4::text, $5::smallint, $6::text, $7::uuid, $13::text[], $8::date, $9::jsonb, $10::bigint, $11::timestamptz, $12::jsonb, $14::uuid)`,
        [reference, session.personId, answer.protected, answer.measure, answer.measureVersion, answer.municipalityCode ?? null, answer.locationId ?? null,
          answer.referenceDate, JSON.stringify(answer.params), answer.revision, answer.knownAt, JSON.stringify(answer.counts), answer.municipalityCodes ?? null, answer.schoolId ?? null]));
      return reference;
    },

    recall: (reference) => queryRow(session, answerSchema, `
      select reference, asked_at as "askedAt", protected, measure, measure_version as "measureVersion", municipality_code as "municipalityCode",
        location_id as "locationId", school_id as "schoolId", municipality_codes as "municipalityCodes", reference_date as "referenceDate", params, revision, known_at::text as "knownAt"
      from answer where reference = $1::text`, [reference]),

    countsOf: async (reference) => (await queryRow(session, z.object({ counts: z.unknown() }), 'select answer_counts($1::text) as counts', [reference]))?.counts,

    // Asked for the reading of a question and again for each place in it: once in a transaction is enough.
    names: () => (names ??= namedPlaces(session)),

    async codesOf(childIds) {
      if (childIds.length === 0) return new Map();
      const rows = await queryRows(session, z.object({ id: z.string(), code: z.string() }), 'select id, code from child where id = any ($1::uuid[]) union select child_id, code from handover_child where child_id = any ($1::uuid[])', [childIds]);
      return new Map(rows.map(({ id, code }) => [id, code]));
    },

    asAggregate: () => session.asAggregate(),
  };
}
