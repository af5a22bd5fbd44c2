/** Whatever is read, the language's own objects stay as they were, and nothing read has what its text did not say. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCheck, parseManifest, parsePack, streamFeed } from '../../../lib/claims';
import { readRecord } from '../../../lib/claims/claim-review/read';
import { parseRecord, parseReview } from '../../../lib/claims/packs/record';
import { htmlPassages } from '../../../lib/cli/html';
import { orderSets } from '../../../lib/match/sets';
import { readBackup } from '../../../lib/store/backup/format';
import { parseManaged } from '../../../lib/store/managed';
import { parseSettings } from '../../../lib/store/settings';
import { fullCheck, fullPack, fullReview } from '../../support/full-records';
import { PackMaker } from '../../support/pack-maker';

const OWN = [Object, Array, String, Number, Boolean, Function, RegExp, Map, Set, Promise, Date, Error];
const state = () =>
  OWN.map((own) =>
    [own, own.prototype].map((one) => Object.getOwnPropertyNames(one).sort().join()).join('|'),
  );
let before: string[] = [];
beforeEach(() => {
  before = state();
});
afterEach(() => {
  expect(state()).toEqual(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const POISON = ['"__proto__":{"polluted":1,"toString":1}', '"constructor":{"prototype":{"polluted":1}}'];
const KEYS = [
  ...POISON,
  '"prototype":{"polluted":1}',
  '"__defineGetter__":1',
  '"hasOwnProperty":1',
  '"toString":1',
];

/** `value` as JSON, with a poisonous key in front of the `n`th object of all that are in it. */
function poisoned(value: unknown, key: string): string[] {
  const json = JSON.stringify(value);
  return [...json.matchAll(/\{(?=")/g)].map(
    ({ index }) => `${json.slice(0, index + 1)}${key},${json.slice(index + 1)}`,
  );
}

/** Nothing in it has another prototype than a plain object or list has, nor a key of those. */
function plain(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const proto = Object.getPrototypeOf(value);
  expect([Object.prototype, Array.prototype, null]).toContain(proto);
  expect(Object.keys(value)).not.toContain('__proto__');
  expect((value as Record<string, unknown>).polluted).toBeUndefined();
  Object.values(value).forEach(plain);
}

const feedRecord = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: 'The bridge was sold.',
  url: 'https://bridges.example/sold',
  author: { '@type': 'Organization', name: 'Bridge Desk', url: 'https://bridges.example/' },
  itemReviewed: { author: { name: 'A leaflet' }, appearance: [{ url: 'https://a.example/' }] },
  reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'False' },
};

async function feed(text: string): Promise<unknown[]> {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  const read: unknown[] = [];
  for await (const batch of streamFeed(bytes())) read.push(...batch);
  return read;
}

it.each(KEYS)('a feed, a record of a page and a page with %s', async (key) => {
  for (const text of poisoned({ dataFeedElement: [{ item: [feedRecord] }] }, key)) {
    for (const outcome of await feed(text)) plain(outcome);
    for (const outcome of await feed(`<script type="application/ld+json">${text}</script>`)) plain(outcome);
  }
  for (const text of poisoned(feedRecord, key)) plain(readRecord(JSON.parse(text), {} as never));
  htmlPassages(`<p __proto__="x" constructor="y" lang="__proto__">${key}</p>`).forEach(plain);
});

it.each(KEYS)('a check, a review, a pack, a manifest and word sets with %s', (key) => {
  const { manifest } = new PackMaker('sky').publish({ reviews: [] });
  const readers: [unknown, (json: unknown) => unknown][] = [
    [fullCheck(), parseCheck],
    [fullReview(), parseReview],
    [fullPack(), parsePack],
    [{ review: fullReview() }, parseRecord],
    [{ check: fullCheck() }, parseRecord],
    [manifest, parseManifest],
  ];
  for (const [value, parse] of readers)
    for (const text of poisoned(value, key)) {
      const parsed = parse(JSON.parse(text));
      plain(parsed);
    }
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect(() => orderSets({ a: [`<${name}>`] })).toThrow(/unknown set|cannot read/);
});

it.each(KEYS)('settings, a backup and a policy with %s', (key) => {
  const settings = {
    version: 2,
    loudness: 'list',
    loudnessFor: { true: 'list' },
    sitesOff: ['a.example'],
    dismissed: [{ check: 'a', sentence: 'b' }],
  };
  for (const text of poisoned(settings, key)) {
    plain(parseSettings(JSON.parse(text)));
    plain(parseManaged(JSON.parse(`{"settings":${text},"enforced":${text},${text.slice(1)}`), () => {}));
    plain(
      readBackup(
        `{"format":"factmark-settings-1",${key},"settings":${text},"sources":[${text}],"opened":[${text}]}`,
      ),
    );
  }
});
