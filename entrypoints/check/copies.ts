/** What can be copied from a check or a bare review. */
import type { Copies } from '../../components/CheckActions';
import { citation } from '../../components/citation';
import { claimReviewOf, claimReviewsOf, jsonLd } from '../../lib/claims/claim-review/write';
import type { CheckView } from '../../lib/messages/calls';

export function copiesOf(view: CheckView): Copies {
  const citable =
    view.kind === 'check'
      ? { ...view.check, kind: view.kind, publisher: view.publisher.name }
      : {
          ...view.review,
          kind: view.kind,
          question: view.review.claim,
          checkedOn: view.review.checkedOn ?? '',
        };
  return {
    citation: citation(citable, 'text'),
    markdown: citation(citable, 'markdown'),
    link: citation(citable, 'link') || undefined,
    claim_review: jsonLd(
      view.kind === 'check' ? claimReviewsOf(view.check, view.publisher) : [claimReviewOf(view.review)],
    ),
  };
}
