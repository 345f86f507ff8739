import type { Button } from '../../cards/models.ts';
import { questionText } from '../ask/lexicon.ts';
import type { GivenBefore } from './give-figure.ts';
import { askButton } from './menu.ts';

/** A button that asks the question of a given figure again, as things are now. */
export function questionAgain({ request, placeName, period, breakdown }: GivenBefore, title: string): Button {
  return askButton(title, questionText(request.measure, placeName, period.label, breakdown));
}
