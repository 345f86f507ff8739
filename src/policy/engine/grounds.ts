import type { Characteristic, Ground } from './types.ts';

/** A ground that holds, with the characteristics that were ticked for it; none for one that is judged as a whole. */
export interface GroundMet {
  readonly ground: Ground;
  readonly through: readonly Characteristic[];
}

/** A ground of which something was ticked, but not everything that it needs. */
export interface GroundIncomplete {
  readonly ground: Ground;
  readonly missing: readonly Characteristic[];
}

export interface GroundsReading {
  readonly met: readonly GroundMet[];
  readonly incomplete: readonly GroundIncomplete[];
  /** Answers that the definition does not offer: an old or a forged card. */
  readonly unknown: readonly string[];
}

/** What is ticked on the form: a ground's characteristics, or the ground itself when it has none. */
export function answersOffered(grounds: readonly Ground[]): readonly Characteristic[] {
  return grounds.flatMap(({ code, label, characteristics }) => characteristics ?? [{ code, label }]);
}

/**
 * Which grounds of a definition hold, given what youth health care ticked. A ground that
 * has characteristics holds through them alone: its own code is no answer.
 */
export function groundsMetBy(grounds: readonly Ground[], answers: readonly string[]): GroundsReading {
  const offered = new Set(answersOffered(grounds).map(({ code }) => code));
  const readings = grounds.map((ground) => readGround(ground, answers));
  return {
    met: readings.flatMap((reading) => ('through' in reading ? [reading] : [])),
    incomplete: readings.flatMap((reading) => ('missing' in reading && reading.missing.length > 0 ? [reading] : [])),
    unknown: answers.filter((answer) => !offered.has(answer)),
  };
}

/** `missing` is empty when nothing was ticked: the ground is not claimed, so nothing is missing. */
function readGround(ground: Ground, answers: readonly string[]): GroundMet | GroundIncomplete {
  const { characteristics } = ground;
  if (!characteristics) return answers.includes(ground.code) ? { ground, through: [] } : { ground, missing: [] };
  const through = characteristics.filter(({ code }) => answers.includes(code));
  if (through.length === 0) return { ground, missing: [] };
  const missing = ground.needs === 'all' ? characteristics.filter(({ code }) => !answers.includes(code)) : [];
  return missing.length === 0 ? { ground, through } : { ground, missing };
}

/** The ground to which a stored code belongs: its own, or the one of which it is a characteristic. */
export const groundOf = (grounds: readonly Ground[], code: string): Ground | undefined =>
  grounds.find((ground) => ground.code === code || isCharacteristicOf(ground, code));

const isCharacteristicOf = ({ characteristics = [] }: Ground, code: string): boolean => characteristics.some((characteristic) => characteristic.code === code);

/** What is stored of a ground that holds: the ground, or its characteristics where these are counted apart. */
export const codesToStore = ({ ground, through }: GroundMet): readonly string[] =>
  (ground.countedApart && through.length > 0 ? through.map(({ code }) => code) : [ground.code]);

/** All codes that an indication under this definition can be stored with, by a form. */
export const storableCodes = (grounds: readonly Ground[]): readonly Characteristic[] =>
  grounds.flatMap(({ code, label, characteristics, countedApart }) => (countedApart && characteristics ? characteristics : [{ code, label }]));

/**
 * Stored codes as they count: a ground whose own code is there beside its characteristics is
 * established by these, and one that is not counted apart is established once.
 */
export function countedCodes(grounds: readonly Ground[], codes: readonly string[]): readonly string[] {
  const counted = codes.flatMap((code) => {
    const ground = groundOf(grounds, code);
    if (!ground) return [code];
    if (!ground.countedApart) return [ground.code];
    return code === ground.code && codes.some((other) => isCharacteristicOf(ground, other)) ? [] : [code];
  });
  return [...new Set(counted)];
}
