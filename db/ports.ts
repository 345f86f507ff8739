import type { Ports } from '../dialogs/ports.ts';
import { createAdminPort } from './queries/administer.ts';
import { createBindingMessagesPort } from './queries/binding-messages.ts';
import { createBindingsPort } from './queries/bindings.ts';
import { createChildrenPort } from './queries/children.ts';
import { createFiguresPort } from './queries/compute-figures.ts';
import { createGuidancePort } from './queries/guidance.ts';
import { createHandoversPort } from './queries/handovers.ts';
import { createIndicationsPort } from './queries/indications.ts';
import { createPeoplePort } from './queries/invite-people.ts';
import { createPlacementsPort } from './queries/placements.ts';
import { createRemindersPort } from './queries/reminders.ts';
import { createResultsPort } from './queries/results.ts';
import { createRecordsPort } from './queries/correct-records.ts';
import { createSubmissionsPort } from './queries/submissions.ts';
import { createConversationPort } from './queries/last-question.ts';
import type { Session } from './session.ts';

/** All ports on one transaction. */
export function createPorts(session: Session): Ports {
  return {
    children: createChildrenPort(session),
    indications: createIndicationsPort(session),
    guidance: createGuidancePort(session),
    placements: createPlacementsPort(session),
    records: createRecordsPort(session),
    handovers: createHandoversPort(session),
    results: createResultsPort(session),
    people: createPeoplePort(session),
    figures: createFiguresPort(session),
    submissions: createSubmissionsPort(session),
    conversation: createConversationPort(session),
    admin: createAdminPort(session),
    reminders: createRemindersPort(session),
    bindings: createBindingsPort(session),
    bindingMessages: createBindingMessagesPort(session),
  };
}
