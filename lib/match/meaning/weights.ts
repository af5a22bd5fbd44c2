/** What the order by words and meaning has learnt. Written by `npm run train:meaning`: do not edit. */
import { checkMeaningWeights } from './features';

export const MEANING_WEIGHTS = checkMeaningWeights(
  ['words', 'share by words', 'nearness', 'covers', 'a field covers', 'covered'],
  [-0.12683, 0.467974, 4.55975, 22.2068, 6.99916, 5.55631],
);
