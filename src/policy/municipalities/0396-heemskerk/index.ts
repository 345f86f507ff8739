import type { MunicipalPolicy } from '../../engine/types.ts';
import { agreedInPlan } from '../ijmond-plan.ts';

export const policyData: MunicipalPolicy = {
  municipalityCode: '0396',
  municipalityName: 'Heemskerk',
  ...agreedInPlan,
};
