import { z } from 'zod/v4';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import { checkIndication } from '../../src/policy/national/indication.ts';
import { recordChanged } from '../findings.ts';
import { groundFields, groundLabels, groundsNotOffered, groundsOn, groundsShape, groundsToKeep } from '../grounds.ts';
import { defineCorrection } from './correction.ts';

const answers = z.object(groundsShape);

export const indicationCorrection = defineCorrection<z.infer<typeof answers>>({
  answers,

  async form(context, versionId) {
    const record = await context.ports.records.indication(versionId);
    if (!record) return undefined;
    const grounds = groundsOn(context, record.child.municipalityCode, record.issuedOn) ?? [];
    return { fields: groundFields(grounds, record.grounds), values: { issuedOn: record.issuedOn, grounds: record.grounds.join(',') } };
  },

  async check(context, versionId, { issuedOn, grounds }) {
    const record = await context.ports.records.indication(versionId);
    if (!record) return [recordChanged()];
    const { birthDate, municipalityCode } = record.child;
    const isAsRecorded = grounds.every((code) => record.grounds.includes(code));
    return inOrder([
      isAsRecorded ? undefined : groundsNotOffered(context, municipalityCode, issuedOn, grounds),
      ...checkIndication({ birthDate, issuedOn, grounds }, context.policy(municipalityCode, issuedOn), context.today),
    ]);
  },

  async commit(context, versionId, { issuedOn, grounds }, why, confirmations) {
    const { records } = context.ports;
    const record = await records.indication(versionId);
    if (!record) return undefined;
    const kept = groundsToKeep(context, record.child.municipalityCode, issuedOn, grounds);
    if (!(await records.correctIndication(versionId, { issuedOn, grounds: kept }, why, confirmations))) return undefined;
    return [
      { label: 'Kind', value: record.child.code },
      { label: 'Afgegeven op', value: dutchDay(issuedOn) },
      { label: 'Gronden', value: groundLabels(context, record.child.municipalityCode, issuedOn, kept) },
    ];
  },
});
