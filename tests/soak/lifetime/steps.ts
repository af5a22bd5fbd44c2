/** What the reader does on pages and with the settings; any of it may find its background killed. */
import type { Random } from '../random';
import { cardSteps } from './cards';
import { choiceSteps } from './choices';
import type { Life } from './life';
import { visitSteps } from './visits';
import { workSteps } from './work';

export type Steps = ReturnType<typeof pageSteps>;

export function pageSteps(life: Life, random: Random) {
  const work = workSteps(life, random);
  const visits = visitSteps(life, random);
  const cards = cardSteps(life, random, work, visits);
  const choices = choiceSteps(life, random, work);
  return { ...work, ...visits, ...cards, ...choices };
}
