import { targetMeasure } from '../target-measure.ts';

export const notReachedMeasure = targetMeasure({
  id: 'not-reached',
  version: 1,
  title: 'Niet bereikt',
  names: ['niet bereikt', 'non-bereik', 'niet-bereik'],
  definition:
    'De doelgroeppeuters die op de peildatum niet op een VE-plek zitten en van wie een reden of een weigering is vastgelegd. ' +
    'Per reden tellen alle redenen mee die tot en met de peildatum zijn vastgelegd.',
  unit: 'doelgroeppeuters',
  source: 'Toeleiding door de JGZ en plaatsingen van de kinderopvang',
  breakdowns: ['reason', 'neighbourhood', 'cluster', 'ground'],
  related: ['waiting', 'unknown', 'reach'],
  standing: 'notReached',
  splitBy: 'reason',
});
