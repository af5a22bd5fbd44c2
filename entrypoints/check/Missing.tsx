/** No such check, or nobody to ask: what that means, and what to do about it. */
import { EmptyState } from '../../components/EmptyState';
import { say } from '../../lib/words';

export function Missing({ failed }: { failed: boolean }) {
  if (failed)
    return (
      <EmptyState
        scene="asleep"
        heading="h1"
        title={say('check_failed_title')}
        text={say('check_failed_text')}
      >
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {say('check_failed_again')}
        </button>
      </EmptyState>
    );
  return (
    <EmptyState scene="lost" heading="h1" title={say('check_unknown_title')} text={say('check_unknown_text')}>
      <a class="button primary" href="/popup.html?find">
        {say('check_unknown_find')}
      </a>
      <a class="button" href="/options.html#library">
        {say('check_unknown_library')}
      </a>
    </EmptyState>
  );
}
