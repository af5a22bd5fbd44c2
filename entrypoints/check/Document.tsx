/** A check or a bare review in full, as the background answered it, with what a reader can do with it. */
import { CheckActions } from '../../components/CheckActions';
import { CheckDocument } from '../../components/CheckDocument';
import { ReviewDocument } from '../../components/ReviewDocument';
import type { CheckView } from '../../lib/messages/calls';
import { copiesOf } from './copies';
import { print } from './print';

export interface DocumentProps {
  readonly view: CheckView;
  /** Opens another check. */
  readonly onOpen: (check: string) => void;
}

/** A popup and a panel can't be printed; from there it can be opened as a page. */
const isOwnPage = () => location.pathname === '/check.html';

export function Document({ view, onOpen }: DocumentProps) {
  const { others, change } = view;
  const id = view.kind === 'check' ? view.check.id : view.review.id;
  const actions = <CheckActions copies={copiesOf(view)} onPrint={isOwnPage() ? print : undefined} />;
  const shared = { others, change, onOpen, actions };
  if (view.kind === 'review')
    return <ReviewDocument key={id} review={view.review} source={view.source} {...shared} />;
  return (
    <CheckDocument
      key={id}
      check={view.check}
      publisher={view.publisher}
      topicTitle={view.topicTitle}
      related={view.related}
      {...shared}
    />
  );
}
