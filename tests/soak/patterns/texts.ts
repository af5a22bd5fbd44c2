/** Whatever reads text that others wrote, without a pattern of its own to be looked at: pumped inputs, and how time grows. */
import { contactOf } from '../../../components/contact';
import { sourceAddress } from '../../../components/source-address';
import { day } from '../../../lib/claims/claim-review/day';
import { Notes } from '../../../lib/claims/claim-review/fields';
import { readRecord } from '../../../lib/claims/claim-review/read';
import { typesOf } from '../../../lib/claims/claim-review/type';
import { streamFeed } from '../../../lib/claims/feed/read';
import { rate } from '../../../lib/claims/ratings/rate';
import { plainText, seenLine, seenProse } from '../../../lib/claims/text';
import { htmlPassages } from '../../../lib/cli/html';
import { fold } from '../../../lib/match/fold';
import { languageIn } from '../../../lib/match/language/guess';
import { readPost } from '../../../lib/match/score/post';
import { sentences } from '../../../lib/match/sentences';
import { readWords } from '../../../lib/match/words';
import { readBackup } from '../../../lib/store/backup/format';
import { parseSettings } from '../../../lib/store/settings';
import type { Outcome, SoakOptions } from '../part';
import { random } from '../random';
import { Growth, pumped } from './grow';
import { round } from './regexes';

const INPUTS = 500;
const TOKENS =
  ' |\t|\n|a|A|é|0|9|.|!|?|,|;|:|-|/|\\|"|\'|<|>|</|<a|<a b="|</script>|<script>|<script type="application/ld+json">|<!--|-->|<![CDATA[|]]>|&|&#|&amp;|&#x41;|{|}|[|]|{"a":|"@type":|mailto:|doi:10.1000/|https://|www.|@|#|—|(@x)|U.S.|St.|3. Oktober|whether |answer |said |no |2020-|10/|May |of |Жш|中文|の|ع|ह|\u0301|\u202e|\u200b|\ufeff|\ud800|😀|１|ﬁ|ß|İ'.split(
    '|',
  );

const record = (text: string) => ({
  '@type': text,
  claimReviewed: text,
  url: text,
  datePublished: text,
  author: { name: text, url: text },
  inLanguage: text,
  reviewRating: { alternateName: text, ratingValue: text, bestRating: text },
  itemReviewed: { author: { name: text }, appearance: [text] },
});

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  plainText,
  seenLine,
  seenProse,
  sentences,
  fold,
  readWords,
  languageIn: (text) => languageIn(text, undefined),
  readPost,
  rate: (text) => rate(text.slice(0, 300)),
  day: (text) => day(text, '', new Notes()),
  types: (text) => typesOf({ '@type': text }),
  record: (text) => readRecord(record(text), { base: 'https://a.example/b' } as never),
  contact: (text) => contactOf(text.slice(0, 200)),
  address: (text) => sourceAddress({ identifier: text.slice(0, 160) } as never),
  html: htmlPassages,
  settings: (text) => parseSettings({ sitesOff: [text], topicsOff: [text] }),
  backup: (text) => {
    try {
      return readBackup(text);
    } catch {
      return undefined;
    }
  },
};

/** A feed is read as it comes in, so its time is that of all its parts. */
async function feed(text: string): Promise<void> {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  try {
    for await (const _ of streamFeed(bytes()));
  } catch {
    // It is no feed; what counts is how long that took to tell.
  }
}

export async function texts({ seed, scale, signal, say }: SoakOptions): Promise<Outcome> {
  const growth = new Growth();
  const failures: string[] = [];
  for (const [name, read] of Object.entries(READERS)) {
    say(`pumped texts to ${name}`);
    const chance = random(seed).fork(name.length);
    for (let i = 0; i < INPUTS * scale && !signal.aborted; i++) {
      const make = pumped(chance, TOKENS);
      try {
        growth.try(name, read, make);
      } catch (error) {
        failures.push(`${name}: ${error} of ${JSON.stringify(make(80).slice(0, 80))}`);
      }
    }
  }
  let slowest = 0;
  let feeds = 0;
  const chance = random(seed).fork(99);
  for (; feeds < INPUTS * scale && !signal.aborted; feeds++) {
    const text = pumped(chance, TOKENS)(64_000);
    const from = performance.now();
    await feed(text);
    slowest = Math.max(slowest, (performance.now() - from) / 64);
  }
  return {
    figures: [
      { name: 'readers of text', value: Object.keys(READERS).length + 1, unit: '' },
      { name: 'pumped texts', value: growth.attempts + feeds, unit: '', least: 8_000 },
      { name: 'worst reader, for 1,000 characters', value: round(growth.perKilobyte), unit: 'ms' },
      { name: 'worst feed, for 1,000 characters', value: round(slowest), unit: 'ms', most: 50 },
      { name: 'worst growth of a reader, as an exponent', value: round(growth.exponent), unit: '' },
    ],
    failures: [...failures, ...growth.failures],
  };
}
