import { targetMeasure } from '../target-measure.ts';

export const indicationsMeasure = targetMeasure({
  id: 'indications',
  version: 1,
  title: 'Indicaties naar grond',
  names: ['indicaties', 'aantal indicaties', 'gronden', 'indicatiegronden'],
  definition: 'De doelgroeppeuters met een indicatie die op de peildatum geldt, naar de gronden van die indicatie. Elk kind telt één keer in het totaal, en één keer bij elke grond die het heeft.',
  unit: 'kinderen met een indicatie',
  source: 'Indicaties van de JGZ; gronden volgens de doelgroepdefinitie van de gemeente',
  breakdowns: ['ground', 'neighbourhood'],
  related: ['target-toddlers', 'reach'],
  splitBy: 'ground',
});
