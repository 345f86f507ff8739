import { z } from 'zod/v4';
import { inOrder } from '../../src/policy/engine/findings.ts';
import { cannotSucceed } from '../admin/findings.ts';
import { daysLabel, lastDayOf, overlapping, untilOf } from '../admin/succession.ts';
import { percentLabel, targetFacts, targetFields, targetFindings, targetShape, type TargetAnswers } from '../admin/target.ts';
import { present } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { defineCorrection } from './correction.ts';

/** A target that was recorded wrongly; its measure is what it is about and stays. */
export const targetCorrection = defineCorrection<TargetAnswers>({
  answers: z.object(targetShape),

  async form({ ports: { admin } }, versionId) {
    const target = await admin.target(versionId);
    if (!target) return undefined;
    const { atLeastPercent, aimPercent, from, until, source } = target;
    return { fields: targetFields(), values: { atLeast: String(atLeastPercent), aim: aimPercent === undefined ? '' : String(aimPercent), from, lastDay: lastDayOf(until) ?? '', source } };
  },

  async check({ ports: { admin } }, versionId, answers) {
    const target = await admin.target(versionId);
    if (!target) return [recordChanged()];
    const other = overlapping(await admin.targets(target.municipalityCode, target.measure), versionId, { from: answers.from, until: untilOf(answers.lastDay) });
    return inOrder([
      ...targetFindings(answers),
      other && cannotSucceed(`Er staat al een doel ${daysLabel(other)}: ${percentLabel(other.atLeastPercent, other.aimPercent)}. Kies dagen die daar niet mee overlappen.`),
    ]);
  },

  async commit({ ports: { admin } }, versionId, answers, why) {
    const target = await admin.target(versionId);
    const { atLeast, aim, from, lastDay, source } = answers;
    const change = { atLeastPercent: atLeast, ...present('aimPercent', aim), from, ...present('until', untilOf(lastDay)), source };
    if (!target || !await admin.correctTarget(versionId, change, why)) return undefined;
    return [...targetFacts(target.measure, answers), { label: 'Was', value: `${percentLabel(target.atLeastPercent, target.aimPercent)}, ${daysLabel(target)}` }];
  },
});
