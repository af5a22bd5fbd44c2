/** Feeds made of changed records, in each form that is read; some of them broken as a whole. */
import type { Random } from '../random';
import { FEED } from './corpus';
import { glued, mutated, spoiled } from './mutate';
import { json } from './values';

const FORMS = ['feed', 'items', 'array', 'graph', 'list', 'values', 'lines', 'page'] as const;
export type Form = (typeof FORMS)[number];

export interface Made {
  readonly bytes: Uint8Array;
  /** Records that were put in; `source`: the index in `FEED` of one that was left as it is. */
  readonly records: readonly { readonly source?: number }[];
  /** Each record is one outcome, in this order: nothing is broken but what stands in records. */
  readonly isKnown: boolean;
}

/** Keys under which a reader looks for more records: what stands there can't be counted beforehand. */
const HOLDS = /"(?:dataFeedElement|item|@graph|itemListElement)"/;
/** Brackets in one another that are no feed any more. */
const DEEP = /[[{]{40}|(?:\{"name":|\{"item":|\[\{"@value":|\[){40}/;

/** `most`: of records. */
export function made(chance: Random, most: number, form: Form = chance.pick(FORMS)): Made {
  let isKnown = true;
  const texts: string[] = [];
  const records: { source?: number }[] = [];
  for (let n = chance.int(1, most); n > 0; n--) {
    const source = chance.int(0, FEED.length - 1);
    if (chance.chance(0.02)) {
      texts.push(json(chance));
      records.push({});
    } else {
      const { text, changes } = mutated(FEED[source], chance, chance.chance(0.25) ? 0 : chance.int(1, 4));
      texts.push(text);
      records.push(changes === 0 ? { source } : {});
    }
    const last = texts.at(-1) as string;
    if (last.startsWith('[') || HOLDS.test(last) || DEEP.test(last)) isKnown = false;
  }
  let bytes: Uint8Array = Buffer.from(written(form, texts, chance));
  // A scalar at the root may run into what follows it, and tells another form.
  if (form === 'values' || form === 'lines') isKnown &&= texts.every((text) => text.startsWith('{'));
  if (chance.chance(0.35)) {
    isKnown = false;
    bytes = broken(bytes, chance);
  }
  return { bytes, records, isKnown };
}

function written(form: Form, texts: readonly string[], chance: Random): string {
  const space = chance.pick(['', ' ', '\n', '\r\n', '\t']);
  const among = texts.join(`${space},${space}`);
  switch (form) {
    case 'feed':
      return `{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[${among}]${space}}`;
    case 'items': {
      const items = texts.map((text) => `{"@type":"DataFeedItem","item":[${text}]}`);
      return `{"@type":"DataFeed","dateModified":"2024-01-01","dataFeedElement":[${items.join(`,${space}`)}]}`;
    }
    case 'array':
      return `${space}[${among}]${space}`;
    case 'graph':
      return `{"@context":{"@vocab":"https://schema.org/"},"@graph":[${among}]}`;
    case 'list': {
      const items = texts.map((text, n) => `{"@type":"ListItem","position":${n},"item":${text}}`);
      return `{"@type":"ItemList","itemListElement":[${items.join(',')}]}`;
    }
    case 'values':
      return texts.join(chance.pick([' ', '', '\n\n']));
    case 'lines':
      return `${texts.join(space.includes('\n') ? space : '\n')}\n`;
    default: {
      const type = chance.pick([
        '"application/ld+json"',
        "'application/ld+json'",
        'application/ld+json',
        '"application/ld+json; charset=utf-8"',
      ]);
      const blocks = texts.map(
        (text) =>
          `<script ${chance.pick(['', 'async ', 'id="a>b" '])}type=${type}>${text.replaceAll('<', '\\u003c')}</script>`,
      );
      return `<!doctype html><title>a</title><p>x${blocks.join(chance.pick(['', '<p>x', '<!-- <script> -->', '<b title="<script>">']))}`;
    }
  }
}

/** Other things that come from addresses of feeds. */
const FOREIGN = [
  '<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>',
  '<rss version="2.0"><channel><item><title>a</title></item></channel></rss>',
  'claim,verdict,url\n"The moon, it is said",False,https://a.example\n',
  '<html><body>Sign in to the network</body></html>',
  '{"error": {"code": 403}}',
  'id: 1\nclaim: a\n---\n',
  '{"format":1,"layers":[],"serial":3}',
  '<script type="application/ld+json">{"@type":"ClaimReview"',
  '\ufeff',
  '[[[[[[[[',
];

function broken(bytes: Uint8Array, chance: Random): Uint8Array {
  const other = () => Buffer.from(chance.pick(FOREIGN));
  switch (chance.int(0, 9)) {
    case 0:
      return bytes.subarray(0, chance.int(0, bytes.length));
    case 1:
      return glued(bytes, other());
    case 2:
      return glued(other(), bytes);
    case 3:
      return glued(
        bytes,
        Buffer.from(chance.pick(['', '\n', '\0'])),
        bytes.subarray(chance.int(0, bytes.length)),
      );
    case 4:
      return glued(Uint8Array.from([0xef, 0xbb, 0xbf]), bytes);
    default:
      return spoiled(bytes, chance, chance.int(1, 6));
  }
}

/** One place in memory that is filled again and again, as some streams do. */
const same = new Uint8Array(1 << 20);

/** The bytes in pieces as a network brings them: some of one byte, some of all that is left. */
export async function* pieces(bytes: Uint8Array, chance: Random): AsyncGenerator<Uint8Array> {
  const size = chance.pick([1, 7, 100, 4_096, 65_536, 1 << 20]);
  // A byte at a time is slow, and shows what it can in the first pages.
  const small = size <= 100 ? 600 : bytes.length;
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + (from < small ? chance.int(1, size) : 1 << 16));
    same.set(bytes.subarray(from, to));
    yield same.subarray(0, to - from);
    from = to;
  }
}
