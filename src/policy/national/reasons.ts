import type { Citation } from '../engine/types.ts';
import { INSPECTORATE_FORM, recordingRule } from './citations.ts';

/** One choice of a code list. */
export interface CodedReason<Code extends string = string> {
  /** Stable code, stored with the record. */
  readonly code: Code;
  /** Dutch label on forms and in answers. */
  readonly label: string;
  /** Lower-case Dutch words by which people mention it; no word belongs to two choices of one list. */
  readonly words: readonly string[];
  readonly source: Citation;
}

function reason<Code extends string>(code: Code, label: string, source: Citation, words: readonly string[]): CodedReason<Code> {
  return { code, label, words, source };
}

const OWN = recordingRule('Redenen van uitstroom');
const LOCAL = recordingRule('Aanvullende redenen van niet-bereik');
const KINDS = recordingRule('Toeleiding');

/** Why a child left. */
export const EXIT_REASONS = [
  reason('school_at_4', 'Naar de basisschool (4 jaar)', OWN, [
    'naar school', 'basisschool', 'naar de basisschool', 'school', '4 jaar', 'vier jaar', '4 geworden', 'vier geworden', 'kleuterklas', 'groep 1',
  ]),
  reason('moved', 'Verhuisd', OWN, ['verhuisd', 'verhuizing', 'verhuist', 'verhuizen', 'naar een andere gemeente']),
  reason('care_pathway', 'Zorgtraject gestart', OWN, ['zorgtraject', 'zorg', 'naar de zorg', 'medisch kinderdagverblijf', 'mkd', 'behandeling', 'behandelgroep']),
  reason('parents_stopped', 'Gestopt door ouders', OWN, ['gestopt', 'ouders gestopt', 'ouders stoppen', 'gestopt door ouders', 'opgezegd', 'opzegging']),
  reason('other_provider', 'Naar een andere aanbieder', OWN, ['andere aanbieder', 'naar een andere aanbieder', 'andere opvang', 'andere locatie', 'overgestapt', 'overstap']),
  reason('other', 'Anders, namelijk', OWN, ['anders', 'anders namelijk', 'andere reden', 'overig']),
] as const;

/** Why a child with an indication is not on a VE place: twelve of the Inspectorate, three seen locally. */
export const NON_REACH_REASONS = [
  reason('waiting_list', 'Wachtlijst bij een locatie', INSPECTORATE_FORM, ['wachtlijst', 'wachten', 'geen plek', 'vol', 'plaatsgebrek']),
  reason('faith_or_culture', 'Geloof of cultuur', INSPECTORATE_FORM, ['geloof', 'cultuur', 'religie', 'geloof of cultuur']),
  reason('practical', 'Praktisch, bijvoorbeeld te ver weg', INSPECTORATE_FORM, ['praktisch', 'te ver', 'te ver weg', 'afstand', 'vervoer']),
  reason('too_young', 'Kind te jong voor zoveel dagdelen', INSPECTORATE_FORM, ['te jong', 'te veel dagdelen', 'zoveel dagdelen', 'jong']),
  reason('no_use_seen', 'Ouders zien het nut niet', INSPECTORATE_FORM, ['geen nut', 'nut', 'niet nodig', 'zien het nut niet']),
  reason('other_day_care', 'Kind gaat naar andere opvang zonder VE', INSPECTORATE_FORM, ['andere opvang', 'opvang zonder ve', 'gastouder', 'oppas']),
  reason('financial', 'Financieel', INSPECTORATE_FORM, ['financieel', 'te duur', 'geld', 'kosten', 'eigen bijdrage']),
  reason('disagrees_with_indication', 'Ouders zijn het niet eens met de indicatie', INSPECTORATE_FORM, ['niet eens', 'oneens', 'niet eens met de indicatie']),
  reason('distrust_of_government', 'Wantrouwen tegenover de overheid', INSPECTORATE_FORM, ['wantrouwen', 'overheid']),
  reason('undecided', 'Nog niet besloten', INSPECTORATE_FORM, ['nog niet besloten', 'twijfel', 'twijfelt', 'twijfelen', 'bedenktijd']),
  reason('unknown', 'Onbekend', INSPECTORATE_FORM, ['onbekend', 'weet niet', 'geen idee']),
  reason('other', 'Anders, namelijk', INSPECTORATE_FORM, ['anders', 'anders namelijk', 'andere reden', 'overig']),
  reason('cannot_combine', 'Combinatie van opvang en VE lukt niet', LOCAL, ['combinatie', 'combineren', 'niet te combineren']),
  reason('no_answer', 'Ouders reageren niet na herhaalde pogingen', LOCAL, ['reageren niet', 'geen reactie', 'geen gehoor', 'niet bereikbaar']),
  reason('doing_better', 'Ouders vinden dat het beter gaat met het kind', LOCAL, ['gaat beter', 'beter', 'het gaat beter']),
] as const;

/** What can come out of guidance. */
export const GUIDANCE_KINDS = [
  reason('offer', 'Plek aangeboden', KINDS, ['aanbod', 'aangeboden', 'plek aangeboden']),
  reason('refusal', 'Plek geweigerd', KINDS, ['weigering', 'geweigerd', 'weigert', 'weigeren', 'afgewezen']),
  reason('non_reach', 'Kind neemt niet deel', KINDS, ['non-bereik', 'niet-bereik', 'niet bereikt', 'neemt niet deel', 'geen deelname']),
] as const;

export type ExitReason = (typeof EXIT_REASONS)[number]['code'];
export type NonReachReason = (typeof NON_REACH_REASONS)[number]['code'];
export type GuidanceKind = (typeof GUIDANCE_KINDS)[number]['code'];

/** The label of a code, or undefined for a code that is not in the list. */
export function labelOf(list: readonly CodedReason[], code: string): string | undefined {
  return list.find((choice) => choice.code === code)?.label;
}
