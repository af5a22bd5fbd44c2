/** What the background answers to a question, asked again whenever `since` is another thing; `undefined` until then. */
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds until it is asked again when nobody answered, as while the browser ends it, and how often. */
const AGAIN = 1_000;
const MOST = 5;

export function useAnswer<T>(ask: () => Promise<T>, since: unknown): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const go = (left: number) => {
      ask().then(
        (value) => wanted && setAnswer(() => value),
        // What was answered before stays meanwhile; of a background that is lost for good the page tells.
        () => {
          if (wanted && left > 0) timer = setTimeout(go, AGAIN, left - 1);
        },
      );
    };
    go(MOST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [since]);
  return answer;
}
