/**
 * The part of Adaptive Cards 1.5 that we use. Narrow on purpose: what is not here
 * was seen to break on some Teams client (tables on phones, 1.6 on iOS).
 */

export type Size = 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';
export type Color = 'Default' | 'Good' | 'Warning' | 'Attention' | 'Accent';

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: Size;
  readonly weight?: 'Lighter' | 'Default' | 'Bolder';
  readonly color?: Color;
  readonly isSubtle?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  readonly style?: 'default' | 'heading';
  readonly separator?: boolean;
}
export interface FactSet { readonly type: 'FactSet'; readonly facts: readonly { readonly title: string; readonly value: string }[]; readonly spacing?: string }
export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
  readonly spacing?: string;
  readonly separator?: boolean;
  readonly id?: string;
  readonly isVisible?: boolean;
}
export interface ColumnSet { readonly type: 'ColumnSet'; readonly columns: readonly Column[]; readonly spacing?: string }
export interface Column { readonly type: 'Column'; readonly width: string; readonly items: readonly Element[]; readonly verticalContentAlignment?: 'Top' | 'Center' | 'Bottom' }
/** A chart that Teams on desktop and web draws; every other client shows `fallback`. */
export interface Chart { readonly type: `Chart.${string}`; readonly fallback: Element; readonly [property: string]: unknown }

interface InputBase { readonly id: string; readonly label: string; readonly isRequired?: boolean; readonly errorMessage?: string }
export type TextInput = InputBase & { readonly type: 'Input.Text'; readonly value?: string; readonly placeholder?: string; readonly maxLength?: number; readonly isMultiline?: boolean };
export type DateInput = InputBase & { readonly type: 'Input.Date'; readonly value?: string; readonly min?: string; readonly max?: string };
export type ChoiceInput = InputBase & {
  readonly type: 'Input.ChoiceSet';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value?: string;
  readonly style?: 'compact' | 'expanded';
  readonly isMultiSelect?: boolean;
  readonly wrap: true;
  readonly placeholder?: string;
};
export type Element = TextBlock | FactSet | Container | ColumnSet | Chart | TextInput | DateInput | ChoiceInput | ActionSet;
export interface ActionSet { readonly type: 'ActionSet'; readonly actions: readonly Action[] }

export type ActionData = Readonly<Record<string, unknown>>;
export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: ActionData;
  readonly style?: 'default' | 'positive' | 'destructive';
  readonly associatedInputs?: 'auto' | 'none';
  /** For clients without Action.Execute: the same data and the verb inside it. */
  readonly fallback: { readonly type: 'Action.Submit'; readonly title: string; readonly data: ActionData; readonly style?: string; readonly associatedInputs?: string };
}
/** Opens an address in the browser; sends nothing to us. */
export interface OpenUrlAction { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string; readonly verb?: never; readonly data?: never; readonly fallback?: never; readonly associatedInputs?: never }
export type Action = ExecuteAction | OpenUrlAction;

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: 'nl';
  /** What a client that cannot draw the card shows. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}
