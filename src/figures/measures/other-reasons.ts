import { addDays } from '../../policy/engine/days.ts';
import { recordKeepers } from '../define.ts';
import { exitsIn, placementRow } from '../events.ts';
import { rowMeasure } from '../row-measure.ts';
import { targetRow } from '../targets.ts';

const other = 'other';

export const otherReasonsMeasure = rowMeasure({
  id: 'other-reasons',
  version: 1,
  title: 'Aandeel “anders”',
  names: ['aandeel anders', 'reden anders', 'percentage anders'],
  definition:
    'Het aandeel “anders” in de vastgelegde redenen: van de uitstroom in de periode, en van de kinderen met een indicatie die aan het einde niet op een VE-plek zitten en van wie een reden is vastgelegd.',
  unit: 'redenen',
  source: 'Uitstroom van de kinderopvang en toeleiding door de JGZ',
  periodKind: 'period',
  seenBy: recordKeepers,
  breakdowns: ['reason', 'location', 'provider'],
  reads: ['locations', 'targets'],
  parts: ['location', 'provider'],
  related: ['exits', 'not-reached', 'last-delivery'],
  fold: 'share',
  words: ['vastgelegde reden', 'vastgelegde redenen'],
  splitBy: 'reason',
  rows: (facts, params) => [
    ...exitsIn(facts, params).map((exit) => placementRow(exit, { numerator: exit.exitReason === other ? 1 : 0, denominator: 1, status: 'Uitstroom', day: exit.end && addDays(exit.end, -1) })),
    ...facts.targets.filter(({ standing, reasons }) => standing === 'notReached' && reasons.length > 0)
      .map((target) => ({ ...targetRow(target, target.reasons.includes(other) ? 1 : 0, target.reasons.length), status: 'Niet bereikt' })),
  ],
  remarks: ({ denominator }) => (denominator === 0 ? ['Er zijn geen redenen vastgelegd.'] : []),
});
