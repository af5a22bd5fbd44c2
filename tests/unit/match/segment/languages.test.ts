import { describe, expect, it } from 'vitest';
import { ByteWriter, encode } from '../../../../lib/match/segment/bytes';
import { readLanguages, writeLanguages } from '../../../../lib/match/segment/languages';
import { SegmentError } from '../../../../lib/match/segment/layout';

const bytesOf = (text: string) => {
  const to = new ByteWriter();
  encode(text, to);
  return to.bytes;
};

describe('the table of languages', () => {
  it('comes back as it was written, in whatever order it was counted', () => {
    const counts = new Map([
      ['es', 3],
      ['en', 12],
      ['haw', 1],
    ]);
    const to = new ByteWriter();
    writeLanguages(counts, to);
    expect(to.bytes).toEqual(bytesOf('en 12 es 3 haw 1'));
    expect(readLanguages(to.bytes, 16)).toEqual(counts);
    expect(readLanguages(new Uint8Array(), 0).size).toBe(0);
  });

  it.each([
    '',
    'en',
    'en 3 es',
    'en 2',
    'en 4',
    'en 1 en 2',
    'EN 3',
    'e 3',
    'en -3',
    'en 3 es 0',
    'en x',
    ' en 3',
    '\ud800',
  ])('is refused if it is “%s” and there are 3 claims', (text) =>
    expect(() => readLanguages(bytesOf(text), 3)).toThrow(SegmentError),
  );
});
