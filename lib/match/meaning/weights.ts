/** What the order by words and meaning has learnt. Written by `npm run train:meaning`: do not edit. */
import { checkMeaningWeights } from './features';

export const MEANING_WEIGHTS = checkMeaningWeights(
  ['words', 'share by words', 'nearness', 'covers', 'a field covers', 'covered'],
  [0.5, 0.5, 2, 4, 2, 2],
);
