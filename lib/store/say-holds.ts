/** How much a source holds, in words. */
import { say, sayCount, sayList } from '../words';

/** “12 checks and 1 review”; “nothing”. */
export function sayHolds({ checks, reviews }: { readonly checks: number; readonly reviews: number }): string {
  const parts = [
    ...(checks > 0 ? [sayCount('store_checks', checks)] : []),
    ...(reviews > 0 ? [sayCount('store_reviews', reviews)] : []),
  ];
  return parts.length === 0 ? say('store_nothing') : sayList(parts);
}
