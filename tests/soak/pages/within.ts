/** Milliseconds: a limit on hanging, not on speed. */
const PATIENCE = 150_000;

/** What `what` gives. @throws Error if that takes too long; `name` says what did. */
export function within<T>(what: Promise<T>, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${name} took too long`)), PATIENCE);
  });
  return Promise.race([what, late]).finally(() => clearTimeout(timer));
}

/** Milliseconds between two times of asking, and how often a page is asked that is not there yet, or is being left. */
const REST = 100;
const MOST = 200;

/** What `ask` gives, once it gives anything; where it fails for a while, that is a page on its way. */
export async function once<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let n = 0; ; n++) {
    const answer = await ask().catch((error: unknown) => {
      if (n >= MOST || String(error).includes('took too long')) throw error;
      return null;
    });
    if (answer !== null) return answer;
    if (n >= MOST) throw new Error('the page never came');
    await new Promise((done) => setTimeout(done, REST));
  }
}
