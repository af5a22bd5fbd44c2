/** An update that takes most of a source away is more often a mistake than meant: nobody is at hand to say, so it waits. */
import type { Edition, StoredSource } from '../source';

/** @throws Error if `next` has lost more than half of what the source holds. */
export function checkLoss({ title, current }: StoredSource, next: Edition): void {
  const lost = (before: number, after: number) => after < before / 2;
  if (!lost(current.reviews, next.reviews) && !lost(current.checks, next.checks)) return;
  throw new Error(
    `The newest edition of “${title}” holds ${held(next)}, the one you have ${held(current)}. So much was lost that it was not taken. If that is right, press “Update now”.`,
  );
}

function held({ checks, reviews }: Edition): string {
  const parts = [checks > 0 && `${checks} checks`, reviews > 0 && `${reviews} reviews`].filter(Boolean);
  return parts.length === 0 ? 'nothing' : parts.join(' and ');
}
