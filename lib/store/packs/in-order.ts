/** Several things fetched at a time, handed on in order. */

/**
 * Results of `work` on each of `items`, in their order, while at most `most` are under way or waiting to be taken.
 * When one fails, or whoever takes them stops, no other is begun; those under way are waited for, and `stop` is called
 * first, so that they can be ended.
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
  stop: () => void,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  let next = 0;
  const begin = () => {
    for (; underWay.length < most && next < items.length; next++) {
      const working = work(items[next] as T);
      // It is awaited later; until then its failure is nobody's surprise.
      working.catch(() => {});
      underWay.push(working);
    }
  };
  try {
    for (begin(); underWay.length > 0; ) {
      const result = await (underWay[0] as Promise<R>);
      underWay.shift();
      begin();
      yield result;
    }
  } finally {
    stop();
    await Promise.allSettled(underWay);
  }
}
