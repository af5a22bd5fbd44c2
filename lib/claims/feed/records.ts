/**
 * Records of a JSON feed, one after another: lists are gone through as they come, and no more than one record is ever
 * held, whatever the size of the feed.
 */
import TokenType from '@streamparser/json/utils/types/tokenType.js';
import { say, sayCount } from '../../words';
import { isClaimReview } from '../claim-review/type';
import { FeedError, type Reason } from './outcome';
import { type Token, Tokens } from './tokens';

/** A record where a feed may have one, or why it was not kept. */
export type Found =
  | { readonly where: string; readonly record: unknown }
  | { readonly where: string; readonly reason: Reason; readonly message: string };

/** Keys whose values hold records: of a DataFeed, its items, a graph, an ItemList. */
const HOLDERS = new Set(['dataFeedElement', 'item', '@graph', 'itemListElement']);
/** Steps of a pointer to a record: how deep lists may lie in one another. */
const DEEPEST_LIST = 6;
/** Bounds of one record: bytes of JSON, keys and items, and objects in one another. */
const LARGEST = 1 << 20;
const MOST_PARTS = 10_000;
const DEEPEST = 32;
/** Brackets in one another, kept or not; more is no feed but an attack on its reader. */
const DEEPEST_AT_ALL = 512;

type Row = Record<string, unknown>;

interface Frame {
  readonly isArray: boolean;
  /** Lists are gone through; all else belongs to a record. */
  readonly isList: boolean;
  /** What is built; undefined if nothing of it is kept. */
  into: Row | unknown[] | undefined;
  /** The key of a list in an object, once it was gone through: what was read of the object before is let go. */
  holder?: string | undefined;
  /** The key, or how many items came before, of what is read. */
  key: string;
  index: number;
}

type Next = 'value' | 'value_or_end' | 'key' | 'key_or_end' | 'colon' | 'comma_or_end';

/** Calls `found` for each record in the bytes written. @throws FeedError for what is not JSON. */
export class Records {
  private readonly frames: Frame[] = [];
  private readonly tokens = new Tokens((token) => this.token(token));
  private next: Next = 'value';
  /** Values that stood at the root before this one. */
  private roots = 0;
  /** The object at a list's position that is being read: its depth in `frames`, first byte, keys and items. */
  private record = { depth: 0, start: 0, parts: 0 };

  /** `name` begins each position: '', `line 3`. */
  constructor(
    private readonly name: string,
    private readonly found: (found: Found) => void,
  ) {}

  write(bytes: Uint8Array): void {
    this.tokens.write(bytes);
  }

  /** @throws FeedError if a value is not at its end. */
  end(): void {
    this.tokens.end();
    const open = this.frames.length;
    if (open > 0) throw this.tokens.failure((place) => sayCount('store_json_open', open, place));
  }

  private token({ token, value, offset }: Token): void {
    switch (token) {
      case TokenType.LEFT_BRACE:
      case TokenType.LEFT_BRACKET:
        this.mayStart(offset, value);
        this.open(token === TokenType.LEFT_BRACKET, offset);
        break;
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        this.close(token === TokenType.RIGHT_BRACKET, offset);
        break;
      case TokenType.COLON:
        if (this.next !== 'colon') throw this.unexpected(value, offset);
        this.next = 'value';
        break;
      case TokenType.COMMA:
        if (this.next !== 'comma_or_end' || this.frames.length === 0) throw this.unexpected(value, offset);
        this.next = this.top?.isArray ? 'value' : 'key';
        break;
      default:
        if (this.next === 'key' || this.next === 'key_or_end') this.key(value, offset);
        else {
          this.mayStart(offset, value);
          this.primitive(value, offset);
        }
    }
  }

  private get top(): Frame | undefined {
    return this.frames.at(-1);
  }

  private mayStart(offset: number, value: unknown): void {
    if (this.next !== 'value' && this.next !== 'value_or_end') throw this.unexpected(value, offset);
  }

  private unexpected(value: unknown, offset: number): FeedError {
    const text = typeof value === 'string' && value.length > 20 ? `${value.slice(0, 20)}…` : String(value);
    return this.tokens.failure((place) => say(`store_json_${this.next}`, place, text), offset);
  }

  private key(value: unknown, offset: number): void {
    if (typeof value !== 'string' || this.top === undefined) throw this.unexpected(value, offset);
    this.top.key = value;
    this.next = 'colon';
  }

  private open(isArray: boolean, offset: number): void {
    if (this.frames.length >= DEEPEST_AT_ALL)
      throw new FeedError(say('store_feed_brackets', DEEPEST_AT_ALL, String(offset)), 'too-deep');
    const isList = this.isListPosition();
    let into: Row | unknown[] | undefined;
    if (!isList) {
      if (this.frames.length - this.record.depth >= DEEPEST)
        this.giveUp('too-deep', say('store_record_deep', DEEPEST));
      else this.within(offset);
      // Nothing is kept inside what is not kept.
      into = this.top?.into === undefined ? undefined : isArray ? [] : {};
    } else if (this.steps > DEEPEST_LIST) this.tooDeep();
    else if (!isArray) {
      into = {};
      this.record = { depth: this.frames.length, start: offset, parts: 0 };
    }
    const kept = isList && this.steps <= DEEPEST_LIST;
    this.frames.push({ isArray, isList: kept, into, key: '', index: 0 });
    this.next = isArray ? 'value_or_end' : 'key_or_end';
  }

  private close(isArray: boolean, offset: number): void {
    const frame = this.top;
    const isEnd = this.next === 'comma_or_end' || this.next === (isArray ? 'value_or_end' : 'key_or_end');
    if (frame === undefined || !isEnd || frame.isArray !== isArray)
      throw this.unexpected(isArray ? ']' : '}', offset);
    if (!frame.isList || !isArray) this.within(offset);
    this.frames.pop();
    if (frame.isList && !isArray && frame.into !== undefined)
      this.found({ where: this.where, record: frame.into });
    else if (!frame.isList) this.keep(frame.into);
    this.done();
  }

  private primitive(value: unknown, offset: number): void {
    if (!this.isListPosition()) {
      this.within(offset);
      if (this.top?.into === undefined) this.missed(value);
      else this.keep(value);
    } else if (this.steps > DEEPEST_LIST) this.tooDeep();
    else this.found({ where: this.where, record: value });
    this.done();
  }

  /** A value is at its end. */
  private done(): void {
    const { top } = this;
    if (top === undefined) this.roots++;
    else top.index++;
    // Values may follow one another at the root with nothing between them.
    this.next = top === undefined ? 'value' : 'comma_or_end';
  }

  private keep(value: unknown): void {
    const { top } = this;
    if (top?.into === undefined || value === undefined) return;
    if (Array.isArray(top.into)) top.into.push(value);
    // Assigned, it would become the object's prototype.
    else if (top.key !== '__proto__') top.into[top.key] = value;
  }

  /** May the value that begins be a record, or a list of them? If so, the object it is in is not one itself. */
  private isListPosition(): boolean {
    const { top } = this;
    if (top === undefined) return true;
    if (!top.isList || top.isArray) return top.isList;
    if (!HOLDERS.has(top.key)) return false;
    if (isClaimReview(top.into)) return false;
    if (top.into !== undefined) top.holder = top.key;
    top.into = undefined;
    return true;
  }

  /** Refuses the object that `value` belongs to, if it was gone through as a list and is a ClaimReview after all. */
  private missed(value: unknown): void {
    const depth = this.frames.findLastIndex((f) => f.isList);
    const frame = this.frames[depth];
    if (frame?.holder === undefined) return;
    if (!['@type', 'claimReviewed'].includes(frame.key) || !isClaimReview({ [frame.key]: value })) return;
    const message = say('store_record_order', frame.holder);
    this.found({ where: this.pointer(depth), reason: 'not-valid', message });
    frame.holder = undefined;
  }

  /** Sees to the bounds of the record being read, at byte `offset`. */
  private within(offset: number): void {
    this.record.parts++;
    if (offset - this.record.start > LARGEST)
      this.giveUp('too-large', say('store_record_long', LARGEST >> 20));
    else if (this.record.parts > MOST_PARTS)
      this.giveUp('too-large', say('store_record_parts', String(MOST_PARTS)));
  }

  /** The record being read is let go; the rest of it is read over. */
  private giveUp(reason: Reason, message: string): void {
    const frame = this.frames[this.record.depth];
    if (frame?.into === undefined) return;
    this.found({ where: this.pointer(this.record.depth), reason, message });
    for (const inside of this.frames.slice(this.record.depth)) inside.into = undefined;
  }

  private tooDeep(): void {
    const message = say('store_record_lists', DEEPEST_LIST);
    this.found({ where: this.where, reason: 'too-deep', message });
  }

  /** Steps of the pointer to the value being read. */
  private get steps(): number {
    return this.frames.length;
  }

  private get where(): string {
    return this.pointer(this.frames.length);
  }

  private pointer(depth: number): string {
    const steps = this.frames.slice(0, depth).map((f) => (f.isArray ? String(f.index) : f.key));
    const name =
      this.roots === 0 ? this.name : `${this.name === '' ? '' : `${this.name} `}value ${this.roots + 1}`;
    return name + steps.map((s) => `/${s.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  }
}
