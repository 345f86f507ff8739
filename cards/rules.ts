import type { Button } from './models.ts';
import type { Card, Container, Element } from './types.ts';
import { plainText } from './escape.ts';
import { actingAs, card, heading, panel, small, text } from './elements.ts';

/** One rule: what was decided, where that stands, and what the product does with it. */
export interface ShownRule {
  readonly label: string;
  /** The value, a line for each part of it. */
  readonly lines: readonly string[];
  /** "Onderwijskansenbeleid 2025-2029 (gelezen bij de bron)". */
  readonly source: string;
  /** The value was not read in the text that is in force: said with a sign as well as in words. */
  readonly isUncertain: boolean;
  /** What has to be known with the value: a reservation, what exactly was not read. */
  readonly remarks: readonly string[];
  readonly effect: string;
}

export interface RulesModel {
  readonly actingAs: string;
  readonly title: string;
  /** The day of the rules, and what kind they are. */
  readonly subtitle: string;
  readonly parts: readonly { readonly title: string; readonly rules: readonly ShownRule[] }[];
  readonly absent: readonly string[];
  readonly absentTitle: string;
  readonly absentNote: string;
  /** What has to be known of a source that several rules share, said once. */
  readonly sourceNotes: readonly string[];
  readonly buttons: readonly Button[];
}

function ruleBlock({ label, lines, source, isUncertain, remarks, effect }: ShownRule): Container {
  return {
    type: 'Container',
    spacing: 'Medium',
    items: [
      text(label, { weight: 'Bolder' }),
      ...lines.map((line) => text(lines.length > 1 ? `• ${line}` : line, { spacing: 'None' })),
      ...remarks.map((remark) => small(remark, { spacing: 'None' })),
      small(`In Kansenlijn: ${effect}`),
      small(`${isUncertain ? '⚠ ' : ''}Bron: ${source}`, { spacing: 'None' }),
    ],
  };
}

/** What was not decided is as much an answer as what was, so it has a place of its own. */
function absentPanel({ absent, absentTitle, absentNote }: RulesModel): readonly Element[] {
  if (absent.length === 0) return [];
  return [panel('emphasis', [text(absentTitle, { weight: 'Bolder' }), text(absent.join(' · '), { spacing: 'Small' }), small(absentNote)])];
}

/** The rules that hold on a day, part by part. */
export function rulesCard(model: RulesModel): Card {
  return card(summaryOfRules(model), [
    actingAs(model.actingAs),
    heading(model.title),
    text(model.subtitle, { isSubtle: true, spacing: 'None' }),
    ...model.parts.map(({ title, rules }): Container => ({
      type: 'Container', separator: true, spacing: 'Medium', items: [text(title, { color: 'Accent', weight: 'Bolder' }), ...rules.map(ruleBlock)],
    })),
    ...absentPanel(model),
    ...model.sourceNotes.map((note, index) => small(note, index === 0 ? { separator: true, spacing: 'Medium' } : {})),
  ], model.buttons);
}

/** The notification: what and of which day. */
export const summaryOfRules = ({ title, subtitle }: RulesModel): string => plainText(`${title}. ${subtitle}.`, 200);
