/** What went wrong with a request, in words that say what to do. */

/** `message` says what happened and what the reader can do about it. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  constructor(
    message: string,
    /** HTTP status, or 0 if there was no answer. */
    readonly status = 0,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const LATER = 'Try again later; if it goes on, ask its publisher.';

/** An answer that is neither the file nor “not modified”. */
export function unwelcome(host: string, status: number): NetworkError {
  return new NetworkError(`${host} ${saidBy(status)}`, status);
}

function saidBy(status: number): string {
  if (status >= 300 && status < 400)
    return 'sends you on to another address. Open it in a tab and add the address you end at.';
  if (status === 404 || status === 410)
    return `has nothing at this address (${status}). Check the address; it may have moved.`;
  if (status === 401 || status === 403 || status === 407)
    return `does not give this file to everybody (${status}). Ask its publisher for an open address.`;
  if (status === 429) return `says that it was asked too often (429). ${LATER}`;
  if (status >= 500) return `has a fault of its own (${status}). ${LATER}`;
  return `gave an answer that is no file (${status}). Check the address.`;
}

/** Bytes as a reader knows them. */
export function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1_000)} kB` : `${Math.round(bytes / 1e5) / 10} MB`;
}

export const tooLarge = (host: string, most: number, status: number): NetworkError =>
  new NetworkError(
    `What ${host} sends is larger than the ${size(most)} it may have here, so it was not read to its end. Check the address, or tell its publisher.`,
    status,
  );

export const cutShort = (host: string, got: number, promised: number, status: number): NetworkError =>
  new NetworkError(
    `${host} promised ${size(promised)} and sent ${size(got)}. Nothing has changed; try again.`,
    status,
  );

/** The browser tells a page neither why there was no answer nor why one broke off. */
export const noAnswer = (host: string, cause: unknown): NetworkError =>
  new NetworkError(
    `${host} could not be reached. Check your connection and the address, and that the browser lets Factmark ask this host; then try again.`,
    0,
    { cause },
  );

export const brokeOff = (host: string, status: number, cause: unknown): NetworkError =>
  new NetworkError(
    `The connection to ${host} broke off, or what came could not be unpacked. Nothing has changed; try again.`,
    status,
    { cause },
  );
