/** Values that readers of records have to expect: as publishers write them, as they mistype them, and as somebody would who means harm. */
import type { Random } from '../random';

const all = (list: string): string[] => list.trim().split(/\s*\|\s*/);

const DATES = all(`
  2024-05-01 | 2024-05-01T10:00:00Z | 2020-10-07T20:05+09:00 | 2020/10/7 | 2020.10.07 | 20201007 |
  07.10.2020 20:05 | 7. 1. 2020 | 10/7/2020 | 31-12-2020 | 13/13/2020 | 26 May 2015 | May 26th, 2015 |
  Tue, 26 May 2015 10:00:00 GMT | 1st of june 2019 | 2023-02-29 | 2024-02-30 | 0001-01-01 | 1900-01-01 |
  1970-01-01 | 9999-12-31 | 10000-01-01 | +012024-05-01 | -000001-01-01 | 2024-00-10 | 2024-13-01 |
  2016-12-31T23:59:60Z | yesterday | 2024 | 2024-05 | 2024-W18-3 | ٢٠٢٤-٠٥-٠١ | 1714557600 | null | -
`);
const ADDRESSES = all(`
  https://sky.example/moon | http://sky.example | HTTPS://SKY.EXAMPLE/A | //sky.example/x | /x/../y | x.html |
  sky.example/moon | ?q=1 | #a | javascript:alert(1) | data:text/html,<b> | JaVaScRiPt:x | file:///etc |
  ftp://a/b | https://news.example@evil.example/ | https://a:b@evil.example | https:\\\\evil.example |
  https://evil.example\\@a | https:// | https:///x | https://[::1]/ | https://[zz]/ | https://a b/ |
  https://a.example/\u202egpj | http://0x7f.1/ | https://münchen.example/ü | https://xn--a.example |
  https://a.example/${'x'.repeat(2_000)} | https://%zz | mailto:a@b.c | https://a.example:99999/ |
  https://a.example/%00 |  https://a.example/  | https://a.example/\nx | urn:isbn:1
`);
const RATINGS = all(`
  False | Mostly true | Fake | Pants on Fire! | Vrai | Falsch | Teilweise falsch | مضلل | Falso | 偽 | Сатира |
  true | false | mostly-false | unrated | misleading | Four Pinocchios | 1 | 3/5 | - |  | <b>False</b> |
  F&amp;alse
`);
const LANGUAGES = all(`
  en | pt-BR | pt_BR | zh-Hant-TW | English | español | und | xx | EN | e | en- | toString | __proto__
`);
const TYPES = all(`
  ClaimReview |  ClaimReview  | schema:ClaimReview | https://schema.org/ClaimReview | MediaReview | Claim |
  Person | Organization | claimreview | DataFeed | DataFeedItem | ItemList | 
`);
const IDS = all(`
  moon-cheese | a | a--b | -a | A | a_b | constructor | r-00000000000000 | r-zzzzzzzzzzzzzz |
  r-${'0'.repeat(15)}
`);
const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    'The moon is made of cheese.',
    '<script>alert(1)</script>',
    '<img src=x onerror=x>',
    '&lt;b&gt;',
    '&#x202e;',
  ],
  ...[
    '\u202eesreveR',
    '\u2066a\u2069',
    '\ufeff',
    '\u200b',
    '\u00ad',
    '\ud800',
    'a\udfff',
    '\ufffd',
    '🌔'.repeat(50),
    'e\u0301'.repeat(40),
  ],
  ...[
    'é',
    'İ',
    'ß',
    'ﬃ',
    '\u2028',
    '\r\n',
    '\t',
    '[1]',
    '[99]',
    '[0]',
    '{{x}}',
    '__proto__',
    'constructor',
    'Z̷̛̗a̶lgo',
  ],
  ...[
    'moon .. made of ~ cheese',
    '<dairy>',
    '<nothing>',
    '(a|b',
    '[a|b] c',
    '(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)',
    '.. ..',
    '~',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '</script>',
    '"',
    '\\',
    '\\u0000',
    '&#99999999;',
    '&nosuch;',
    '&'.repeat(50),
    '<'.repeat(90),
  ],
];
/** Numbers as JSON writes them, and as only some readers take them. */
export const NUMBERS = all(`
  0 | -0 | 1 | 5 | 3.5 | 1e400 | -1e400 | 1e-400 | 9007199254740993 | 123456789012345678901234567890 |
  2147483648 | 0.1 | 1E+2 | -1 | 4294967296 | 2000001 | 8388609 | 1.7976931348623157e308
`);
const LENGTHS = [
  20, 21, 35, 36, 40, 41, 80, 81, 160, 161, 220, 221, 300, 301, 400, 500, 501, 1_000, 1_001, 1_200, 2_001,
  8_000, 8_001,
];

const lists = [DATES, ADDRESSES, RATINGS, LANGUAGES, TYPES, IDS, TEXTS] as const;

/** A text of one of these kinds, of a bound's length, or of any letters at all. */
export function text(chance: Random): string {
  if (chance.chance(0.06)) {
    const length = chance.chance(0.97) ? chance.pick(LENGTHS) : chance.int(10_000, 60_000);
    return chance
      .pick(['x', 'é', ' ', 'a ', '🌔', '\u202e', '<b>', '&amp;', '[1] '])
      .repeat(length)
      .slice(0, length);
  }
  if (chance.chance(0.1))
    return Array.from({ length: chance.int(0, 12) }, () =>
      String.fromCharCode(chance.chance(0.5) ? chance.int(0, 0x17f) : chance.int(0, 0xffff)),
    ).join('');
  const said = chance.pick(chance.pick(lists));
  return chance.chance(0.1) ? ` ${said}${chance.pick(TEXTS)}` : said;
}

/** A value of any kind as JSON. `depth`: how deep it may nest. */
export function json(chance: Random, depth = 3): string {
  const kind = chance.int(0, depth > 0 ? 11 : 7);
  if (kind <= 3) return JSON.stringify(text(chance));
  if (kind === 4) return chance.pick(NUMBERS);
  if (kind <= 7) return chance.pick(['null', 'true', 'false', '""', '[]', '{}']);
  const many = chance.chance(0.01) ? chance.int(50, 450) : chance.int(0, 3);
  const items = Array.from({ length: many }, () => json(chance, depth - 1));
  if (kind <= 9) return `[${items.join(',')}]`;
  return `{${items.map((item) => `${JSON.stringify(chance.pick(KEYS))}:${item}`).join(',')}}`;
}

/** Names of fields, known and not. */
export const KEYS = all(`
  @type | @id | @value | @language | @context | name | alternateName | url | claimReviewed | author |
  publisher | reviewRating | ratingValue | bestRating | worstRating | itemReviewed | datePublished |
  inLanguage | headline | text | id | claim | claims | says | verdict | label | rating | format | topic |
  check | review | removed | sets | layers | __proto__ | constructor | prototype | toString | valueOf | toJSON |
  hasOwnProperty | length | then |  |   | 0 | -1
`);
