/** What the page says of itself, for the matcher and for the reader's questions about it. */
import type { PageAbout } from '../../lib/messages/calls';
import { pageFacts } from '../../lib/page/read/facts';

/** As the page tells it now; read from its metadata only when those are others than the last time. */
export function about(): PageAbout {
  const { headline, published, canonical, ownReviews } = pageFacts();
  return { headline, published, canonical, hasReviews: ownReviews.length > 0 };
}
