/**
 * Pictures that are kept in the repository take half the room when shades that nobody can tell apart are one shade, and
 * when they are packed with care (RFC 2083). Smaller differences than that are none to the comparison.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Shades of a channel between two that are kept: four more or less, of 256. */
const STEP = 8;
const HEAD = 8;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Bytes of a pixel: 3, or 4 with opacity. */
  readonly depth: 3 | 4;
  /** Row by row. */
  readonly data: Buffer;
}

/** `png` as a browser makes it (8 bits a channel, in colour, not interlaced), leaner. */
export function lean(png: Buffer): Buffer {
  const { width, height, depth, data } = decode(png);
  const raw = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0, to = 0; y < height; y++) {
    raw[to++] = 0;
    for (let x = 0, from = y * width * depth; x < width; x++, from += depth)
      for (let c = 0; c < 3; c++) raw[to++] = Math.min(255, Math.round((data[from + c] ?? 0) / STEP) * STEP);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const packed = deflateSync(raw, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function decode(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = HEAD; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [bits, colour] = [png[24], png[25]];
  if (bits !== 8 || (colour !== 2 && colour !== 6)) throw new Error('Not a picture as a browser makes it.');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const depth = colour === 2 ? 3 : 4;
  return {
    width,
    height,
    depth,
    data: unfiltered(inflateSync(Buffer.concat(parts)), width * depth, height, depth),
  };
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
