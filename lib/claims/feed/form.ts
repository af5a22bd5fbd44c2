/** What a feed is written in, told by its beginning. */
import { say } from '../../words';
import { isBlank } from './lines';
import { FeedError } from './outcome';

export type Form = 'json' | 'lines' | 'page';

/** A first line longer than this is taken for JSON that is not in lines. */
const LONGEST_LOOK = 1 << 20;
const [NEWLINE, LESS, BRACKET, BRACKET_END, BRACE, BRACE_END] = [10, 60, 91, 93, 123, 125];

/**
 * The form of what begins with `bytes` (`isAll`: and ends there); undefined if that can't be told yet. JSON lines: the
 * first line that is not blank holds a whole value, and the next begins another without ending after its bracket.
 * @throws FeedError if it is none that can be read.
 */
export function formOf(bytes: Uint8Array, isAll: boolean): Form | undefined {
  const unknown = isAll || bytes.length > LONGEST_LOOK ? 'json' : undefined;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new FeedError(say('store_feed_utf16'));
  if ((first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b))
    throw new FeedError(say('store_feed_compressed'));
  const start = bytes.findIndex((byte) => !isBlank(byte));
  if (start === -1) return unknown;
  const opening = bytes[start];
  if (opening === LESS) return 'page';
  if (opening !== BRACE && opening !== BRACKET) return 'json';
  const newline = bytes.indexOf(NEWLINE, start);
  if (newline === -1) return unknown;
  let last = newline - 1;
  while (isBlank(bytes[last] as number)) last--;
  if (bytes[last] !== (opening === BRACE ? BRACE_END : BRACKET_END) || last === start) return 'json';
  let next = newline;
  while (next < bytes.length && isBlank(bytes[next] as number)) next++;
  if (next === bytes.length) return unknown;
  if (bytes[next] !== BRACE && bytes[next] !== BRACKET) return 'json';
  // A bracket alone on its line is how values are written over many lines.
  let after = next + 1;
  while (after < bytes.length && bytes[after] !== NEWLINE && isBlank(bytes[after] as number)) after++;
  if (after === bytes.length) return isAll ? 'lines' : unknown;
  return bytes[after] === NEWLINE ? 'json' : 'lines';
}
