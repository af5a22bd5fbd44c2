/** What the order by words and meaning has learnt. Written by `npm run train:meaning`: do not edit. */
import { checkMeaningWeights } from './features';

export const MEANING_WEIGHTS = checkMeaningWeights(
  ['words', 'share by words', 'nearness', 'covers', 'a field covers', 'covered'],
  [-0.125769, 0.467631, 4.57878, 22.2031, 7.14649, 5.57575],
);
