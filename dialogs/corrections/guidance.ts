import { z } from 'zod/v4';
import { recordChanged } from '../findings.ts';
import { guidanceFields, guidanceFindings, guidanceReceiptFacts, guidanceShape, outcomeOf, refuseReasonOfOffer, type GuidanceAnswers } from '../guidance.ts';
import { defineCorrection } from './correction.ts';

export const guidanceCorrection = defineCorrection<GuidanceAnswers>({
  answers: z.object(guidanceShape).superRefine(refuseReasonOfOffer),

  async form({ ports: { records } }, versionId) {
    const record = await records.guidance(versionId);
    if (!record) return undefined;
    const { onDate, kind, reasons, note } = record;
    return { fields: guidanceFields(), values: { onDate, kind, reasons: reasons.join(','), note: note ?? '' } };
  },

  async check(context, versionId, answers) {
    const record = await context.ports.records.guidance(versionId);
    return record ? guidanceFindings(context, record.child, answers) : [recordChanged()];
  },

  async commit({ ports: { records } }, versionId, answers, why, confirmations) {
    const record = await records.guidance(versionId);
    if (!record || !(await records.correctGuidance(versionId, outcomeOf(answers), why, confirmations))) return undefined;
    return guidanceReceiptFacts(record.child, answers);
  },
});
