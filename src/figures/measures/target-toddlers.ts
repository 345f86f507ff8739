import { targetMeasure } from '../target-measure.ts';

export const targetToddlersMeasure = targetMeasure({
  id: 'target-toddlers',
  version: 1,
  title: 'Doelgroeppeuters',
  names: ['doelgroeppeuters', 'aantal doelgroeppeuters', 'doelgroepkinderen'],
  definition: 'De kinderen die op de peildatum in de gemeente wonen, een geldige VE-indicatie hebben en oud genoeg zijn volgens de doelgroepdefinitie van de gemeente, tot hun 4e verjaardag.',
  unit: 'doelgroeppeuters',
  source: 'Indicaties van de JGZ',
  breakdowns: ['neighbourhood', 'cluster', 'ground', 'location', 'provider', 'group'],
  related: ['reach', 'indications'],
});
