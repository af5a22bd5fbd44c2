/** How long a request may take: to its first byte, between two, and in all. */
import { say, sayCount } from '../../words';
import { NetworkError } from './error';

/** Milliseconds. */
export interface Limits {
  readonly first: number;
  readonly silence: number;
  readonly overall: number;
}

export const LIMITS: Limits = { first: 60_000, silence: 30_000, overall: 15 * 60_000 };

/** Ends a request that takes too long, or whose work is cancelled. */
export class Patience {
  private readonly controller = new AbortController();
  private whole: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds that may still be waited in all. */
  private left: number;

  constructor(
    private readonly host: string,
    private readonly limits: Limits,
    private readonly outer: AbortSignal,
  ) {
    this.left = limits.overall;
    outer.addEventListener('abort', this.cancel);
    if (outer.aborted) this.cancel();
  }

  /** Aborted with the reason for which the request was ended. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Waits for bytes: time runs only while somebody does, so that a reader who is slow to store is no fault of the host. */
  async waitFor<T>(bytes: Promise<T>, of: 'first' | 'silence'): Promise<T> {
    const ms = this.limits[of];
    const since = performance.now();
    this.whole = setTimeout(() => this.giveUp(say('store_net_slow', this.host)), this.left);
    this.silence = setTimeout(
      () => this.giveUp(sayCount('store_net_silent', Math.ceil(ms / 1_000), this.host)),
      ms,
    );
    try {
      return await bytes;
    } finally {
      clearTimeout(this.whole);
      clearTimeout(this.silence);
      this.left -= performance.now() - since;
    }
  }

  /** Ends the request for this reason. */
  abort(reason: unknown): void {
    this.end();
    this.controller.abort(reason);
  }

  /** It is over: no clock runs on. */
  end(): void {
    clearTimeout(this.whole);
    clearTimeout(this.silence);
    this.outer.removeEventListener('abort', this.cancel);
  }

  private readonly cancel = () => this.abort(this.outer.reason);

  private giveUp(why: string): void {
    this.abort(new NetworkError(why));
  }
}
