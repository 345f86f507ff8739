import type { MunicipalPolicy } from '../../engine/types.ts';
import { agreedInPlan } from '../bevelanden-plan.ts';

export const policyData: MunicipalPolicy = {
  municipalityCode: '0654',
  municipalityName: 'Borsele',
  ...agreedInPlan,
};
