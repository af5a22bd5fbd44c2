/** JSON written wrongly on purpose: each value may be dropped, said twice, renamed, replaced, wrapped or moved as it is written. */
import type { Random } from '../random';
import { json, KEYS, text } from './values';

export interface Written {
  readonly text: string;
  /** Places where it was changed; 0: it says what was given. */
  readonly changes: number;
}

/** `value` as JSON with about `wanted` changes. It is always JSON, though objects may say a key twice or `__proto__`. */
export function mutated(value: unknown, chance: Random, wanted: number): Written {
  let changes = 0;
  // The value of a small record is in some ten places: each may be the one.
  let rate = Math.min(0.5, wanted / Math.max(1, places(value)));
  if (wanted === 0) rate = 0;
  const hit = () => rate > 0 && chance.chance(rate) && ++changes > 0;

  const key = (name: string): string => {
    if (!hit()) return name;
    return chance.pick([
      chance.pick(KEYS),
      name.toUpperCase(),
      `${name} `,
      name.slice(1),
      '__proto__',
      `\ufeff${name}`,
    ]);
  };

  const write = (value: unknown, depth: number): string => {
    if (hit()) return changed(value, depth);
    return plain(value, depth);
  };

  const plain = (value: unknown, depth: number): string => {
    if (Array.isArray(value))
      return `[${value.flatMap((item) => several(write(item, depth + 1))).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const fields = Object.entries(value).flatMap(([name, inside]) =>
      several(`${JSON.stringify(key(name))}:${write(inside, depth + 1)}`),
    );
    if (hit()) fields.push(`${JSON.stringify(chance.pick(KEYS))}:${json(chance)}`);
    if (rate > 0 && chance.chance(rate)) shuffle(fields, chance);
    return `{${fields.join(',')}}`;
  };

  /** Not said at all, said twice, or once. */
  const several = (said: string): string[] => {
    if (!hit()) return [said];
    if (chance.chance(0.6)) return [];
    // Many of many would be more than this process itself can hold.
    const times = said.length < 4_000 && chance.chance(0.02) ? 500 : 2;
    return Array.from({ length: times }, () => said);
  };

  const changed = (value: unknown, depth: number): string => {
    switch (chance.int(0, 9)) {
      case 0:
        return `[${plain(value, depth)}]`;
      case 1:
        return `[${plain(value, depth)},${json(chance)}]`;
      case 2:
        return `{"@value":${plain(value, depth)}}`;
      case 3:
        return chance.chance(0.1) ? nested(plain(value, depth), chance) : `{"name":${plain(value, depth)}}`;
      case 4:
        return JSON.stringify(String(value));
      case 5:
        return typeof value === 'string' ? JSON.stringify(altered(value, chance)) : json(chance);
      case 6:
        return typeof value === 'number'
          ? String(value + chance.pick([1, -1, 0.5, 1e9]))
          : JSON.stringify(text(chance));
      case 7:
        return JSON.stringify(text(chance));
      default:
        return json(chance);
    }
  };

  const said = write(value, 0);
  return { text: said, changes };
}

/** A text with something of it changed. */
function altered(value: string, chance: Random): string {
  const at = chance.int(0, value.length);
  switch (chance.int(0, 5)) {
    case 0:
      return value.slice(0, at);
    case 1:
      return value.slice(0, at) + text(chance) + value.slice(at);
    case 2:
      return value + value;
    case 3:
      return chance.chance(0.5) ? value.toUpperCase() : value.toLowerCase();
    case 4:
      return ` ${value}\u00a0`;
    default:
      return value.slice(0, at) + String.fromCharCode(chance.int(0, 0xffff)) + value.slice(at + 1);
  }
}

function nested(inside: string, chance: Random): string {
  const deep = chance.chance(0.05) ? chance.int(60, 480) : chance.int(2, 40);
  const open = chance.pick(['[', '{"name":', '{"item":', '[{"@value":']);
  const close = [...open.replace(/"[^"]*":/g, '')].reverse().map((b) => (b === '[' ? ']' : '}'));
  return open.repeat(deep) + inside + close.join('').repeat(deep);
}

function places(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let sum = 2;
  for (const inside of Object.values(value)) sum += 2 + places(inside);
  return sum;
}

function shuffle(list: unknown[], chance: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const k = chance.int(0, i);
    [list[i], list[k]] = [list[k], list[i]];
  }
}

const BYTES = [
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x82],
  [0xef, 0xbb, 0xbf],
  [0],
  [0x0d, 0x0a],
  [0x0a],
  [0x0d],
  [0x22],
  [0x5c],
  [0x7b],
  [0x7d],
  [0x5b],
  [0x5d],
  [0x2c],
  [0x3a],
  [0x3c],
  [0x1f, 0x8b],
  [0xfe, 0xff],
];

/** Bytes with `times` changes: flipped, cut out, put in, doubled, moved, or cut off. */
export function spoiled(bytes: Uint8Array, chance: Random, times: number): Uint8Array {
  let now = bytes;
  for (let n = 0; n < times; n++) {
    const at = chance.chance(0.1) ? 0 : chance.int(0, now.length);
    const some = Math.min(now.length, at + chance.int(1, chance.chance(0.9) ? 8 : 200));
    switch (chance.int(0, 7)) {
      case 0:
      case 1: {
        now = now.slice();
        if (at < now.length) now[at] = (now[at] as number) ^ (1 << chance.int(0, 7));
        break;
      }
      case 2:
        now = glued(now.subarray(0, at), now.subarray(some));
        break;
      case 3:
      case 4:
        now = glued(now.subarray(0, at), Uint8Array.from(chance.pick(BYTES)), now.subarray(at));
        break;
      case 5:
        now = glued(now.subarray(0, some), now.subarray(at));
        break;
      case 6:
        now = glued(
          now.subarray(0, at),
          Uint8Array.from({ length: some - at }, () => chance.int(0, 255)),
          now.subarray(some),
        );
        break;
      default:
        if (chance.chance(0.3)) now = now.subarray(0, at);
    }
  }
  return now;
}

export function glued(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
