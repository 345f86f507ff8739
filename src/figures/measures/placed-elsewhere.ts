import { targetMeasure } from '../target-measure.ts';

export const placedElsewhereMeasure = targetMeasure({
  id: 'placed-elsewhere',
  version: 1,
  title: 'Elders geplaatst',
  names: ['elders geplaatst', 'elders bereikt', 'bereikt elders'],
  definition: 'De doelgroeppeuters uit de gemeente die op de peildatum op een VE-plek van een locatie in een andere gemeente zitten. Wie ook in de eigen gemeente een VE-plek heeft, telt hier niet.',
  unit: 'doelgroeppeuters',
  source: 'Indicaties van de JGZ en plaatsingen van de kinderopvang',
  breakdowns: ['location', 'provider', 'group', 'neighbourhood', 'cluster', 'ground'],
  related: ['reach', 'not-reached'],
  standing: 'elsewhere',
  protectedAs: 'nothing',
  splitBy: 'location',
});
