/** Everything that happens by the clock. A queue of this name exists for each. */
export const JOB_NAMES = ['week-posts', 'outbox', 'reminders', 'purge-handovers'] as const;
export type JobName = (typeof JOB_NAMES)[number];
