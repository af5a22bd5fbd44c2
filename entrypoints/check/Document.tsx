/** A check or a bare review in full, as the background answered it. */
import { CheckDocument } from '../../components/CheckDocument';
import { ReviewDocument } from '../../components/ReviewDocument';
import type { CheckView } from '../../lib/messages/calls';

export interface DocumentProps {
  readonly view: CheckView;
  /** Opens another check. */
  readonly onOpen: (check: string) => void;
}

export function Document({ view, onOpen }: DocumentProps) {
  const { others, change } = view;
  if (view.kind === 'review')
    return (
      <ReviewDocument
        key={view.review.id}
        review={view.review}
        source={view.source}
        others={others}
        change={change}
        onOpen={onOpen}
      />
    );
  return (
    <CheckDocument
      key={view.check.id}
      check={view.check}
      publisher={view.publisher}
      topicTitle={view.topicTitle}
      others={others}
      change={change}
      onOpen={onOpen}
    />
  );
}
