/**
 * The one door to the network: no other file of the extension makes a request. Each is for a source that the reader
 * added; it is written down first, carries no cookie and no referrer, and is bounded in bytes and in time. The tag a host
 * gave with a file goes back to it, by which it may know the same reader again.
 */
import { say } from '../../words';
import type { Env } from '../env';
import { AIR_GAP } from './air-gap';
import { Body } from './body';
import { NetworkError, noAnswer, tooLarge, unwelcome } from './error';
import { LIMITS, type Limits, Patience } from './patience';
import { completeRequest, noteRequest, SAME } from './receipt';

/** What is needed to ask: `limits` if other ones than the usual shall hold. */
export type Asking = Pick<Env, 'db' | 'fetch' | 'now' | 'signal' | 'step'> & { readonly limits?: Limits };

export interface Wanted {
  /** Id of the source it is for, or '' if that is not known yet. */
  readonly source: string;
  /** For the receipt: why it is asked for. */
  readonly why: string;
  /** Most bytes that are read, after decompression. */
  readonly most: number;
  /** What the server said of the file when it was last fetched: it then may answer that it is the same. */
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

export type Got =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'body';
      /** To be read once; whoever does not read it to its end must end it (`return`). */
      readonly chunks: AsyncGenerator<Uint8Array>;
      readonly etag?: string;
      readonly modified?: string;
      /** Bytes to come, if that is known. */
      readonly length?: number;
      readonly type: string;
    };

/**
 * Asks for `address`.
 * @throws NetworkError that says what happened and what to do; the signal's reason if the work was cancelled.
 */
export async function get(env: Asking, address: string, wanted: Wanted): Promise<Got> {
  if (AIR_GAP) throw new NetworkError(say('store_net_air_gap'));
  const url = requestable(address);
  env.signal.throwIfAborted();
  const number = await writtenDown(env, url, wanted);
  await env.step('request:noted');
  const patience = new Patience(url.host, env.limits ?? LIMITS, env.signal);
  let status = 0;
  const failed = async (error: unknown) => {
    patience.abort(error);
    patience.end();
    await completeRequest(env.db, number, { bytes: 0, status, outcome: outcomeOf(error) });
    throw error;
  };
  // Held by name: a browser's `fetch` must not be called as somebody's method.
  const { fetch } = env;
  let response: Response;
  try {
    response = await patience.waitFor(fetch(url, options(wanted, patience.signal)), 'first');
    status = response.status;
  } catch (error) {
    return failed(patience.signal.aborted ? patience.signal.reason : noAnswer(url.host, error));
  }
  await env.step('request:answered');
  if (status === 304) {
    patience.end();
    await completeRequest(env.db, number, { bytes: 0, status, outcome: SAME });
    return { kind: 'same' };
  }
  // A redirect shows no status of its own to a page.
  if (response.type === 'opaqueredirect') return failed(unwelcome(url.host, 302));
  if (status !== 200) return failed(unwelcome(url.host, status));
  const length = lengthOf(response);
  if (length !== undefined && length > wanted.most) return failed(tooLarge(url.host, wanted.most, status));
  const body = new Body(env, { number, host: url.host, status, most: wanted.most, length, patience });
  const chunks = body.read(response);
  // Its first piece is nothing.
  await chunks.next();
  return {
    kind: 'body',
    chunks,
    ...about(response),
    ...(length !== undefined && { length }),
  };
}

/** The address as one that may be asked for. */
function requestable(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new NetworkError(say('store_net_address'));
  if (url.username !== '' || url.password !== '') throw new NetworkError(say('store_net_password'));
  url.hash = '';
  return url;
}

async function writtenDown(env: Asking, url: URL, { why, source }: Wanted): Promise<number> {
  try {
    return await noteRequest(env.db, { when: env.now().toISOString(), url: url.href, why, source });
  } catch (error) {
    throw new NetworkError(say('store_net_not_noted'), 0, { cause: error });
  }
}

function options({ etag, modified }: Wanted, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = {};
  if (etag) headers['if-none-match'] = etag;
  else if (modified) headers['if-modified-since'] = modified;
  return {
    headers,
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // What is kept is kept in the library; a second copy would only take room.
    cache: 'no-store',
    redirect: 'manual',
  };
}

/** Bytes that will come, where the header is about what we get to see. */
function lengthOf({ headers, type }: Response): number | undefined {
  if (type === 'cors' || headers.has('content-encoding')) return undefined;
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}

/** Longest header taken over; it is sent back with the next request. */
const LONGEST = 1_000;

function about({ headers }: Response) {
  const etag = headers.get('etag');
  const modified = headers.get('last-modified');
  return {
    type: headers.get('content-type') ?? '',
    ...(etag && etag.length <= LONGEST && { etag }),
    ...(modified && modified.length <= LONGEST && { modified }),
  };
}

export const outcomeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
