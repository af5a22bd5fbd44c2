/**
 * Pictures that are kept in the repository take a third of the room with a palette of 256 colours (RFC 2083): those that
 * occur most stand as they are, rare shades at the edges of letters as the nearest of them. The comparison sees no difference.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

/** Colours as 0xRRGGBB, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint32Array;
}

/** `png` as a browser makes it (8 bits a channel, in colour, not interlaced), leaner. */
export function lean(png: Buffer): Buffer {
  const { width, height, data } = decode(png);
  const { palette, index } = paletteOf(data);
  const raw = Buffer.alloc(height * (1 + width));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) raw[y * (1 + width) + 1 + x] = index.get(data[y * width + x] ?? 0) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]))),
    chunk('IDAT', deflateSync(raw, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours that are kept, and for each that occurs the place of the nearest one. */
function paletteOf(data: Uint32Array): { palette: number[]; index: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const colour of data) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const all = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  // Half by number; then always the one that is farthest from all that are kept.
  const palette = all.slice(0, COLOURS / 2);
  const far = new Map(all.map((c) => [c, Math.min(...palette.map((p) => distance(c, p)))]));
  while (palette.length < Math.min(COLOURS, all.length)) {
    let next = 0;
    let most = -1;
    for (const [c, d] of far) if (d > most) [next, most] = [c, d];
    palette.push(next);
    for (const [c, d] of far) far.set(c, Math.min(d, distance(c, next)));
  }
  const nearest = (c: number) =>
    palette.reduce((best, p, i) => (distance(c, p) < distance(c, palette[best] ?? 0) ? i : best), 0);
  return { palette, index: new Map(all.map((c) => [c, nearest(c)])) };
}

const distance = (a: number, b: number): number =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function decode(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [bits, colour] = [png[24], png[25]];
  if (bits !== 8 || (colour !== 2 && colour !== 6)) throw new Error('Not a picture as a browser makes it.');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const depth = colour === 2 ? 3 : 4;
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * depth, height, depth);
  const data = new Uint32Array(width * height).map((_, i) => bytes.readUIntBE(i * depth, 3));
  return { width, height, data };
}

/** Rows whose bytes are told by their neighbours to the left, above and between (RFC 2083, 6). */
function unfiltered(raw: Buffer, row: number, height: number, depth: number): Buffer {
  const data = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x < depth ? 0 : (data[at - depth] ?? 0);
      const above = y === 0 ? 0 : (data[at - row] ?? 0);
      const corner = x < depth || y === 0 ? 0 : (data[at - row - depth] ?? 0);
      data[at] = (raw[y * (row + 1) + 1 + x] ?? 0) + told(filter, left, above, corner);
    }
  }
  return data;
}

function told(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
