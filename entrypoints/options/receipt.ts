/** The network receipt as a file, and what it comes to. */
import { counted, sayBytes, sayNumber } from '../../components/dates';
import type { StoredRequest } from '../../lib/store/database';
import { WORDS } from './words';

/** Requests shown in the table: of thousands, the page would be slow. The file has all. */
export const ROWS = 200;

/** “3 requests, 4.2 MB received.”, and how many of them are shown if not all are. */
export function sayTotal(requests: readonly StoredRequest[]): string {
  const { length } = requests;
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  const total = `${counted(length, 'request', 'requests')}, ${sayBytes(bytes)} received.`;
  return length > ROWS ? `${total} ${WORDS.requests.newest(sayNumber(ROWS), sayNumber(length))}` : total;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  done: 'received',
  same: 'not changed since',
  running: 'under way, or cut off',
};

/** How a request ended, in words; what went wrong is said in words already. */
export const sayOutcome = ({ outcome, status }: StoredRequest): string => {
  const words = OUTCOMES[outcome] ?? outcome;
  return status > 0 && outcome !== 'done' ? `${words} (HTTP ${status})` : words;
};

/** The receipt as JSON, for others to read: all that is stored of each request, newest first. */
export const asFile = (requests: readonly StoredRequest[], at: Date): string =>
  `${JSON.stringify({ format: 'factmark-receipt-1', exported: at.toISOString(), requests }, null, 1)}\n`;
