/** What the background answers to a question, asked again whenever `since` is another thing; `undefined` until then. */
import { useEffect, useState } from 'preact/hooks';

export function useAnswer<T>(ask: () => Promise<T>, since: unknown): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let wanted = true;
    void ask().then(
      (value) => wanted && setAnswer(() => value),
      // What was answered before stays: the page says that the background is lost.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [since]);
  return answer;
}
