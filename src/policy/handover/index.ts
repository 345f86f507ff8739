/** What the dialogs use of the rules of the handover. */
export * from './check-step.ts';
export * from './citations.ts';
export * from './content.ts';
export * from './free-text.ts';
export * from './moments.ts';
export * from './step-rules.ts';
export * from './steps.ts';
