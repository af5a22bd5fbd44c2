/** The body of an answer, read in pieces and bounded; its end is written down, however it comes. */
import { say } from '../../words';
import type { Env } from '../env';
import { brokeOff, cutShort, tooLarge } from './error';
import type { Patience } from './patience';
import { completeRequest, DONE } from './receipt';

interface About {
  /** Of the request, in the receipt. */
  readonly number: number;
  readonly host: string;
  readonly status: number;
  readonly most: number;
  readonly length: number | undefined;
  readonly patience: Patience;
}

export class Body {
  private bytes = 0;
  private outcome = say('store_request_unread');

  constructor(
    private readonly env: Pick<Env, 'db' | 'step'>,
    private readonly about: About,
  ) {}

  /**
   * Its first piece is empty and there at once: a generator that has begun can be ended, and then writes its end down.
   * @throws NetworkError if it is too large, too slow or breaks off.
   */
  async *read(response: Response): AsyncGenerator<Uint8Array> {
    const { host, status, most, length, patience } = this.about;
    const reader = response.body?.getReader();
    try {
      yield new Uint8Array();
      for (;;) {
        const next = await this.next(reader);
        if (next === undefined) break;
        this.bytes += next.byteLength;
        if (this.bytes > most) throw tooLarge(host, most, status);
        yield next;
      }
      if (length !== undefined && this.bytes < length) throw cutShort(host, this.bytes, length, status);
      await this.env.step('request:received');
      this.outcome = DONE;
    } catch (error) {
      this.outcome = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      // Ends the transfer if it still runs; after its end it does nothing.
      patience.abort(new DOMException('', 'AbortError'));
      patience.end();
      const { number } = this.about;
      await completeRequest(this.env.db, number, { bytes: this.bytes, status, outcome: this.outcome });
    }
  }

  private async next(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
    const { host, status, patience } = this.about;
    if (!reader) return undefined;
    try {
      const { value, done } = await patience.waitFor(reader.read(), 'silence');
      return done ? undefined : value;
    } catch (error) {
      throw patience.signal.aborted ? patience.signal.reason : brokeOff(host, status, error);
    }
  }
}

/** All of it as one array. `note` hears how many bytes have come. */
export async function whole(
  chunks: AsyncIterable<Uint8Array>,
  note: (bytes: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.byteLength;
    note(length);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}
