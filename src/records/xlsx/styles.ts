import { walkXml } from './xml.ts';

/** Number formats that every program knows by number: 14 to 17 and 22 show a day (ECMA-376, 18.8.30). */
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether cells of a style, by its index, show a number as a day. */
export type ShowsDay = (style: string | undefined) => boolean;

/** Reads xl/styles.xml. */
export function readStyles(xml: string | undefined): ShowsDay {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  if (xml !== undefined) {
    walkXml(xml, {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes()['numFmtId']), attributes()['formatCode'] ?? '');
        if (name === 'cellXfs') inCellStyles = true;
        if (name === 'xf' && inCellStyles) styles.push(Number(attributes()['numFmtId'] ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') inCellStyles = false;
        return undefined;
      },
    });
  }
  const days = styles.map((format) => isDayCode(codes.get(format)) ?? BUILT_IN_DAYS.has(format));
  return (style) => days[Number(style ?? 0)] ?? false;
}

/** A format code with a year or a day in it, outside of literal text, colours and locales. */
function isDayCode(code: string | undefined): boolean | undefined {
  if (code === undefined) return undefined;
  const plain = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase();
  return plain !== 'general' && plain !== 'standard' && /[ydj]/.test(plain);
}
