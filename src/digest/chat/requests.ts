import { readDay } from '../../ask/days.ts';
import { addDays } from '../../policy/engine/days.ts';
import type { IsoDate } from '../../policy/engine/types.ts';

/** What somebody asks of the weekly post itself; a question about its figures is not one of these. */
export type WeekPostAsk =
  | { readonly kind: 'bind'; readonly place: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'pause'; readonly until: PauseUntil }
  | { readonly kind: 'resume' }
  | { readonly kind: 'trial' }
  | { readonly kind: 'status' };

/** `unclear`: a day was meant and could not be read, or it lies in the past or too far ahead. */
export type PauseUntil = { readonly kind: 'open' } | { readonly kind: 'day'; readonly day: IsoDate } | { readonly kind: 'unclear' };

const POST = '(?:de\\s+|het\\s+)?(?:weekpost|weekbericht|wekelijkse post)';
const CHANNEL = '(?:dit\\s+|het\\s+)?kanaal';
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})[.!]*$`, 'iu');

const BIND = whole(`(?:(?:koppel|verbind)\\s+${CHANNEL}|(?:${CHANNEL}|${POST})\\s+(?:koppelen|verbinden))(?:\\s+(?:aan|met|voor)(?:\\s+(?:de\\s+)?(?:gemeente|regio)(?=\\s))?\\s+(?<place>.+?))?`);
const END = whole(`ontkoppel(?:en)?(?:\\s+(?:${CHANNEL}|${POST}))?|${CHANNEL}\\s+ontkoppelen|stop\\s+${POST}|${POST}\\s+(?:stoppen|stopzetten|ontkoppelen)`);
const PAUSE = whole(`(?:pau[zs]eer(?:\\s+${POST})?|${POST}\\s+pau[zs]eren)(?:\\s+(?<until>(?:tot|t/m|vanaf|voor|op)\\s.+?))?`);
const RESUME = whole(`hervat(?:\\s+${POST})?|${POST}\\s+hervatten`);
const TRIAL = whole(`(?:stuur\\s+)?${POST}\\s+(?:nu\\s+)?(?:als\\s+)?proef.*|(?:stuur\\s+)?(?:een\\s+)?proef(?:\\s+van)?\\s+${POST}|proefpost`);
const STATUS = whole(`(?:status\\s+)?${POST}(?:\\s+status)?\\??|koppelingen\\??|kanalen\\??`);
/** The status says how it stands, how a channel is bound and how the post is stopped. */
const HOW = whole(`hoe\\s+(?:koppel|verbind)\\s+(?:ik|je)\\s+(?:een\\s+)?${CHANNEL}(?:\\s.*?)?\\??|koppel(?:en)?|${POST}\\s+(?:aan|uit)(?:zetten)?`);

/** Longest pause that is not likely a wrong year; a year further one is asked to say it again. */
const MAX_PAUSE_DAYS = 366;

/** Undefined when the text is not about the post itself. */
export function weekPostAsk(text: string, today: IsoDate): WeekPostAsk | undefined {
  const typed = text.trim();
  const bind = BIND.exec(typed);
  if (bind) return { kind: 'bind', place: (bind.groups?.['place'] ?? '').replace(/[.!?]+$/, '').trim() };
  const pause = PAUSE.exec(typed);
  if (pause) return { kind: 'pause', until: pauseUntil(pause.groups?.['until'], today) };
  if (END.test(typed)) return { kind: 'end' };
  if (RESUME.test(typed)) return { kind: 'resume' };
  if (TRIAL.test(typed)) return { kind: 'trial' };
  return STATUS.test(typed) || HOW.test(typed) ? { kind: 'status' } : undefined;
}

function pauseUntil(words: string | undefined, today: IsoDate): PauseUntil {
  if (words === undefined) return { kind: 'open' };
  const reading = readDay(words, today);
  if (reading.kind !== 'day') return { kind: 'unclear' };
  // "t/m vrijdag" is until Saturday; "tot" names the first day with a post again.
  const day = reading.preposition === 't/m' ? addDays(reading.day, 1) : reading.day;
  return day > today && day <= addDays(today, MAX_PAUSE_DAYS) ? { kind: 'day', day } : { kind: 'unclear' };
}
