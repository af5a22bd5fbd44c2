/** A check in full, asked from the background, which remembers that it was opened unless that is not to be noted. */
import { useEffect, useState } from 'preact/hooks';
import type { CheckView } from '../../lib/messages/calls';
import { panel } from '../../lib/messages/client';

const AGAIN_AFTER = 800;

/** What the background answered. */
export interface Answer {
  /** Undefined when the library has none of that name, or nobody answered. */
  readonly view: CheckView | undefined;
  readonly failed: boolean;
}

/** `undefined` while waiting. `noted` false: nothing of it is written down, as in a private window. */
export function useCheck(id: string, noted = true): Answer | undefined {
  const [shown, setShown] = useState<Answer & { id: string }>();
  useEffect(() => {
    let wanted = true;
    const ask = () => panel.check({ id, opened: noted });
    void ask()
      // The background may be waking, or reading the library again.
      .catch(() => new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER)).then(ask))
      .then(
        (view) => ({ view, failed: false }),
        () => ({ view: undefined, failed: true }),
      )
      .then((answer) => {
        // The check itself says what changed: that is telling.
        if (noted && answer.view?.change?.told === false)
          void panel.changesTold({ ids: [id] }).catch(() => {});
        if (wanted) setShown({ id, ...answer });
      });
    return () => {
      wanted = false;
    };
  }, [id, noted]);
  return shown?.id === id ? shown : undefined;
}
