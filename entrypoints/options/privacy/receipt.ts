/** The network receipt as a file, and what it comes to. */
import { sayBytes } from '../../../components/dates';
import type { StoredRequest } from '../../../lib/store/database';
import { say, sayCount, type WordKey } from '../../../lib/words';

/** Requests shown in the table: of thousands, the page would be slow. The file has all. */
export const ROWS = 200;

/** “3 requests, 4.2 MB received.”, and how many of them are shown if not all are. */
export function sayTotal(requests: readonly StoredRequest[]): string {
  const { length } = requests;
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  const total = sayCount('options_requests_total', length, sayBytes(bytes));
  return length > ROWS ? `${total} ${say('options_requests_newest', ROWS, length)}` : total;
}

const OUTCOMES: Readonly<Record<string, WordKey>> = {
  done: 'options_requests_done',
  same: 'options_requests_same',
  running: 'options_requests_running',
};

/** How a request ended, in words; what went wrong is said in words already. */
export const sayOutcome = ({ outcome, status }: StoredRequest): string => {
  const key = OUTCOMES[outcome];
  const words = key === undefined ? outcome : say(key);
  return status > 0 && outcome !== 'done' ? say('options_requests_status', words, String(status)) : words;
};

/** The receipt as JSON, for others to read: all that is stored of each request, newest first. */
export const asFile = (requests: readonly StoredRequest[], at: Date): string =>
  `${JSON.stringify({ format: 'factmark-receipt-1', exported: at.toISOString(), requests }, null, 1)}\n`;
