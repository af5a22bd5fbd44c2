/** English, as it is known to the index of bare claims (`lib/match/segment`). */
import { SCALES, SPELLED } from '../segment/numbers';
import { stem } from '../segment/stems';
import { NEGATIONS, STOP } from '../segment/stop';
import type { Written } from './rules';
import { american } from './spelling';

const listed = (values: Iterable<readonly [string, number]>) =>
  [...values].map(([word, value]) => `${value}:${word}`).join(' ');

export const english: Written = {
  stop: [...STOP],
  denies: [...NEGATIONS].join(' '),
  stem: (word) => stem(american(word)),
  numbers: listed(SPELLED),
  scales: listed(Object.entries(SCALES)),
  percent: 'percent',
};
