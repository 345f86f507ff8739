import { targetMeasure } from '../target-measure.ts';

export const unknownMeasure = targetMeasure({
  id: 'unknown',
  version: 1,
  title: 'Onbekend',
  names: ['onbekend', 'aantal onbekend', 'onbekende doelgroeppeuters'],
  definition: 'De doelgroeppeuters die op de peildatum niet op een VE-plek zitten en van wie ook geen reden of weigering is vastgelegd. Zij tellen mee in het totaal van het bereik.',
  unit: 'doelgroeppeuters',
  source: 'Toeleiding door de JGZ en plaatsingen van de kinderopvang',
  breakdowns: ['neighbourhood', 'cluster', 'ground'],
  related: ['not-reached', 'reach'],
  standing: 'unknown',
});
