/** Keys that mean something to the language and nothing to us: no record, manifest or setting may bring them in. */
import { afterEach, describe, expect, it } from 'vitest';
import { parseManifest } from '../../../../lib/claims';
import { base64url, sha256 } from '../../../../lib/store/packs/bytes';
import { recordsOf } from '../../../../lib/store/packs/shard';
import { parseSettings } from '../../../../lib/store/settings';
import { parsedCheck, review } from '../../../support/library';
import { PackMaker } from '../../../support/pack-maker';

const KEYS = ['__proto__', 'constructor', 'prototype'];
/** The JSON of `value` with `key` in front, as `JSON.stringify` could not write it. */
const withKey = (value: object, key: string) =>
  `{"${key}":{"polluted":true,"isAdmin":true},${JSON.stringify(value).slice(1)}`;

afterEach(() => {
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe.each(KEYS)('a key %s', (key) => {
  it('in a record, a check, a review or the word sets is refused or left out, and the next is read', async () => {
    const check = { ...parsedCheck('a') };
    const records = [
      withKey({ review: review(1) }, key),
      `{"review":${withKey(review(1), key)}}`,
      `{"check":${withKey(check, key)}}`,
      `{"check":${JSON.stringify(check).replace('"verdict":{', `"verdict":{"${key}":{"polluted":true},`)}}`,
      `{"sets":${withKey({ rocks: ['rock'] }, key)}}`,
      JSON.stringify({ review: review(2) }),
    ];
    const bytes = new Uint8Array(Buffer.from(`[${records.join(',')}]`));
    const read = [...recordsOf(bytes, { sha256: base64url(await sha256(bytes)), bytes: bytes.length })];
    const last = read.pop();
    expect(last).toMatchObject({ record: { review: { id: review(2).id } } });
    for (const record of read.slice(0, 4)) expect(record).toMatchObject({ refused: 'not-valid' });
    // Word sets are a list by name: there such a key is left out, and nothing else.
    expect(read[4]).toMatchObject({ record: { sets: { rocks: ['rock'] } } });
    expect(JSON.stringify(read[4])).not.toContain(key);
  });

  it('in a manifest is refused, in its counts by language left out', () => {
    const { manifest } = new PackMaker('sky').publish({ reviews: [review(1)] });
    expect(parseManifest(JSON.parse(withKey(manifest, key)))).toMatchObject({ ok: false });
    const languages = JSON.parse(`{"${key}":3}`);
    const counted = parseManifest({ ...manifest, languages });
    expect(counted.ok && Object.keys(counted.value.languages)).toEqual([]);
  });

  it('in stored settings changes none', () => {
    expect(parseSettings(JSON.parse(withKey({ loudness: 'list' }, key)))).toEqual(
      parseSettings({ loudness: 'list' }),
    );
  });
});
