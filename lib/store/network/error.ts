/** What went wrong with a request, in words that say what to do. */
import { locale, say } from '../../words';

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

/** An answer that is neither the file nor “not modified”. */
export const unwelcome = (host: string, status: number): NetworkError =>
  new NetworkError(saidBy(host, status), status);

function saidBy(host: string, status: number): string {
  const code = String(status);
  if (status >= 300 && status < 400) return say('store_net_moved', host);
  if (status === 404 || status === 410) return say('store_net_nothing', host, code);
  if (status === 401 || status === 403 || status === 407) return say('store_net_closed', host, code);
  if (status === 429) return say('store_net_too_often', host, code);
  if (status >= 500) return say('store_net_fault', host, code);
  return say('store_net_no_file', host, code);
}

/** Bytes as a reader knows them: “512 bytes”, “12 kB”, “1.5 MB”. */
export function size(bytes: number): string {
  const [unit, n] =
    bytes < 1_000 ? ['byte', bytes] : bytes < 1e6 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1e6];
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: String(unit),
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(Number(n));
}

export const tooLarge = (host: string, most: number, status: number): NetworkError =>
  new NetworkError(say('store_net_too_large', host, size(most)), status);

export const cutShort = (host: string, got: number, promised: number, status: number): NetworkError =>
  new NetworkError(say('store_net_cut_short', host, size(promised), size(got)), status);

/** The browser tells a page neither why there was no answer nor why one broke off. */
export const noAnswer = (host: string, cause: unknown): NetworkError =>
  new NetworkError(say('store_net_no_answer', host), 0, { cause });

export const brokeOff = (host: string, status: number, cause: unknown): NetworkError =>
  new NetworkError(say('store_net_broke_off', host), status, { cause });
