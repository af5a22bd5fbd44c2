/** An update that takes most of a source away is more often a mistake than meant: nobody is at hand to say, so it waits. */
import { say } from '../../words';
import { sayHolds } from '../say-holds';
import type { Edition, StoredSource } from '../source';

/** @throws Error if `next` has lost more than half of what the source holds. */
export function checkLoss({ title, current }: StoredSource, next: Edition): void {
  const lost = (before: number, after: number) => after < before / 2;
  if (!lost(current.reviews, next.reviews) && !lost(current.checks, next.checks)) return;
  throw new Error(say('store_loss', title, sayHolds(next), sayHolds(current)));
}
