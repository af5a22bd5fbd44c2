/** A check in full, asked from the background, which remembers that it was opened unless that is not to be noted. */
import { useEffect, useState } from 'preact/hooks';
import type { CheckView } from '../../lib/messages/calls';
import { panel } from '../../lib/messages/client';

const AGAIN_AFTER = 800;

/**
 * `undefined` while waiting; its `view` is undefined when the library has none of that name. `noted` false: nothing of it
 * is written down, as in a private window.
 */
export function useCheck(id: string, noted = true): { readonly view: CheckView | undefined } | undefined {
  const [shown, setShown] = useState<{ id: string; view: CheckView | undefined }>();
  useEffect(() => {
    let wanted = true;
    const ask = () => panel.check({ id, opened: noted });
    void ask()
      // The background may be waking, or reading the library again.
      .catch(() => new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER)).then(ask))
      .catch(() => undefined)
      .then((view) => {
        // The check itself says what changed: that is telling.
        if (noted && view?.change?.told === false) void panel.changesTold({ ids: [id] }).catch(() => {});
        if (wanted) setShown({ id, view });
      });
    return () => {
      wanted = false;
    };
  }, [id, noted]);
  return shown?.id === id ? shown : undefined;
}
