import { isReached } from '../targets.ts';
import { targetMeasure } from '../target-measure.ts';

export const waitingMeasure = targetMeasure({
  id: 'waiting',
  version: 1,
  title: 'Wachtend op een plek',
  names: ['wachtend', 'wachtende peuters', 'wachtlijst'],
  definition:
    'De doelgroeppeuters die op de peildatum niet op een VE-plek zitten en van wie een latere startdatum op een VE-plek is vastgelegd, of van wie de laatste uitkomst van de toeleiding is dat het niet deelneemt wegens een wachtlijst (van twee op één dag: wat het laatst is vastgelegd). ' +
    'Van een kind zonder uitkomst is niet bekend of het wacht; dat telt hier niet mee.',
  unit: 'doelgroeppeuters',
  source: 'Toeleiding door de JGZ en plaatsingen van de kinderopvang',
  breakdowns: ['neighbourhood', 'cluster'],
  related: ['free-places', 'not-reached', 'unknown'],
  meant: (target) => !isReached(target) && (target.startsOn !== undefined || target.onWaitingList),
  remarks: ({ reach }) => (reach.unknown === 0 ? [] : [`Van ${reach.unknown} ${reach.unknown === 1 ? 'doelgroeppeuter' : 'doelgroeppeuters'} zonder plek is niets vastgelegd over de toeleiding.`]),
});
