/** The form of a message, and what makes a set of calls into callers and handlers. */

/** Marks our own messages; a message without it is somebody else's and left alone. */
export const WIRE = 'factmark/1';

/** Name of the port that a page of ours keeps open while it works on the library; it posts anything when it is done. */
export const WORKING = 'factmark/working';

export interface Envelope {
  readonly wire: typeof WIRE;
  readonly call: string;
  readonly query: unknown;
}

export type Reply = { readonly value: unknown } | { readonly error: string };

type Query<F> = F extends (query: infer Q) => unknown ? Q : never;
type Answer<F> = F extends (...args: never[]) => infer A ? A : never;

export type Caller<Calls> = {
  readonly [K in keyof Calls]: Calls[K] extends () => unknown
    ? () => Promise<Answer<Calls[K]>>
    : (query: Query<Calls[K]>) => Promise<Answer<Calls[K]>>;
};

/** Handlers for a set of calls; `C` is what the server learnt of the sender while checking it. */
export type Handlers<Calls, C> = {
  readonly [K in keyof Calls]: (
    query: Query<Calls[K]>,
    sender: C,
  ) => Answer<Calls[K]> | Promise<Answer<Calls[K]>>;
};

export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { wire, call } = message as Partial<Envelope>;
  return wire === WIRE && typeof call === 'string';
}
