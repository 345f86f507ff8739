import type { MunicipalPolicy } from '../../engine/types.ts';
import { agreedInPlan } from '../ijmond-plan.ts';

export const policyData: MunicipalPolicy = {
  municipalityCode: '0453',
  municipalityName: 'Velsen',
  ...agreedInPlan,
};
