/** A check in full, asked from the background: `undefined` while waiting, its `view` undefined when the library has none of that name. */
import { useEffect, useState } from 'preact/hooks';
import type { CheckView } from '../../lib/messages/calls';
import { panel } from '../../lib/messages/client';

const AGAIN_AFTER = 800;

export function useCheck(id: string): { readonly view: CheckView | undefined } | undefined {
  const [shown, setShown] = useState<{ id: string; view: CheckView | undefined }>();
  useEffect(() => {
    let wanted = true;
    const ask = () => panel.check({ id, opened: true });
    void ask()
      // The background may be waking, or reading the library again.
      .catch(() => new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER)).then(ask))
      .catch(() => undefined)
      .then((view) => {
        // The check itself says what changed: that is telling.
        if (view?.change?.told === false) void panel.changesTold({ ids: [id] }).catch(() => {});
        if (wanted) setShown({ id, view });
      });
    return () => {
      wanted = false;
    };
  }, [id]);
  return shown?.id === id ? shown : undefined;
}
