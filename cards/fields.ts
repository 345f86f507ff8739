import type { Field, FormValues } from './models.ts';
import type { ChoiceInput, ColumnSet, Container, DateInput, TextBlock, TextInput } from './types.ts';
import { inputText, plainText } from './escape.ts';
import { small, text } from './elements.ts';

/** Up to so many choices are shown at once: one tap instead of three on a phone. */
const EXPANDED_AT_MOST = 4;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>;

/** The client shows `errorMessage` when a required input is empty; ours stands below the input. */
const common = (field: Field) => ({
  id: field.id,
  label: plainText(field.label) || field.id,
  errorMessage: plainText(field.kind === 'choice' ? `Kies: ${field.label}.` : `Vul in: ${field.label}.`),
  ...(field.required ? { isRequired: true } : {}),
});

function textInput(field: FieldOf<'text'>, value: string | undefined): TextInput {
  return {
    type: 'Input.Text',
    ...common(field),
    maxLength: field.maxLength,
    ...(field.multiline ? { isMultiline: true } : {}),
    ...(field.placeholder === undefined ? {} : { placeholder: plainText(field.placeholder) }),
    ...(value ? { value: inputText(value, field.maxLength, field.multiline === true) } : {}),
  };
}

/** A client shows an empty field for anything but an ISO day, or nothing at all: leave that out. */
function dateInput(field: FieldOf<'date'>, value: string | undefined): DateInput {
  return { type: 'Input.Date', ...common(field), ...(value !== undefined && ISO_DATE.test(value) ? { value } : {}) };
}

/** Chosen values that are still offered; a stale one would make some clients show nothing. */
function chosen(field: FieldOf<'choice'>, value: string | undefined): string {
  const offered = new Set(field.options.map((option) => option.value));
  const values = field.multiple ? (value ?? '').split(',') : [value ?? ''];
  return values.filter((one) => offered.has(one)).join(',');
}

function choiceInput(field: FieldOf<'choice'>, value: string | undefined): ChoiceInput {
  const selected = chosen(field, value);
  return {
    type: 'Input.ChoiceSet',
    ...common(field),
    choices: field.options.map((option) => ({ title: plainText(option.label) || option.value, value: option.value })),
    style: field.multiple || field.expanded || field.options.length <= EXPANDED_AT_MOST ? 'expanded' : 'compact',
    wrap: true,
    ...(field.multiple ? { isMultiSelect: true } : {}),
    ...(field.placeholder === undefined ? {} : { placeholder: plainText(field.placeholder) }),
    ...(selected === '' ? {} : { value: selected }),
  };
}

/** Columns of equal width: four of three digits fit a phone. */
function rowInputs({ cells, maxLength, label }: FieldOf<'row'>, values: FormValues): ColumnSet {
  const cell = (id: string, name: string): TextInput => ({
    type: 'Input.Text', id, label: plainText(name) || id, errorMessage: plainText(`Vul in: ${label}, ${name}.`), maxLength, ...(values[id] ? { value: inputText(values[id], maxLength, false) } : {}),
  });
  return { type: 'ColumnSet', spacing: 'Small', columns: cells.map(({ id, label: name }) => ({ type: 'Column', width: 'stretch', items: [cell(id, name)], verticalContentAlignment: 'Bottom' })) };
}

function input(field: Exclude<Field, { kind: 'row' }>, value: string | undefined): TextInput | DateInput | ChoiceInput {
  switch (field.kind) {
    case 'text': return textInput(field, value);
    case 'date': return dateInput(field, value);
    case 'choice': return choiceInput(field, value);
  }
}

/**
 * One field. A client draws the label as part of the input, so hint and error cannot
 * stand between the two: they follow the input, close to it.
 */
export function fieldBlock(field: Field, values: FormValues): Container {
  const below: TextBlock[] = [];
  if (field.error !== undefined) below.push(text(`⚠ ${field.error}`, { color: 'Attention', weight: 'Bolder', spacing: 'Small' }));
  if (field.hint !== undefined) below.push(small(field.hint));
  const inputs = field.kind === 'row' ? [text(field.label, { weight: 'Bolder' }), rowInputs(field, values)] : [input(field, values[field.id])];
  return { type: 'Container', spacing: 'Medium', items: [...inputs, ...below] };
}
