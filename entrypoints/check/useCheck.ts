/** A check in full, asked from the background: `undefined` while waiting, its `view` undefined when the library has none of that name. */
import { useEffect, useState } from 'preact/hooks';
import type { CheckView } from '../../lib/messages/calls';
import { panel } from '../../lib/messages/client';

export function useCheck(id: string): { readonly view: CheckView | undefined } | undefined {
  const [shown, setShown] = useState<{ id: string; view: CheckView | undefined }>();
  useEffect(() => {
    let wanted = true;
    void panel
      .check({ id })
      .catch(() => undefined)
      .then((view) => wanted && setShown({ id, view }));
    return () => {
      wanted = false;
    };
  }, [id]);
  return shown?.id === id ? shown : undefined;
}
