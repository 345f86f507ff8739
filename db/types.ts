import pg from 'pg';

/**
 * `pg` turns a DATE into a JavaScript Date at local midnight, which is another day in
 * another time zone, and a bigint into text. Calendar days stay ISO strings; our bigints
 * are revisions and counts, far below 2^53.
 */
const OID_DATE = 1082;
const OID_INT8 = 20;
const OID_NUMERIC = 1700;

export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === OID_DATE) return (value: string) => value;
    if (oid === OID_INT8 || oid === OID_NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format) as unknown;
  }) as pg.CustomTypesConfig['getTypeParser'],
};
