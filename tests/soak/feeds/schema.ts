/**
 * What docs/researchers/formats.md and docs/publishers/packs.md say that a record, a pack and a manifest are, said again
 * without the product's own schemas: what these take must pass here, too.
 */
type Row = Record<string, unknown>;
type Test = (value: unknown) => boolean;
/** Of each field, what it must be; a name that ends with `?` may be missing. */
type Shape = Record<string, Test>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const matches =
  (pattern: RegExp, most: number): Test =>
  (value) =>
    typeof value === 'string' && value.length <= most && pattern.test(value);
const one =
  (...names: readonly unknown[]): Test =>
  (value) =>
    names.includes(value);
const list =
  (test: Test, least: number, most: number): Test =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(test);
const count =
  (least: number, most: number): Test =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

/** Control characters, halves of characters and what turns direction may stand in no text that is shown. */
function isText(value: unknown, most: number, isProse: boolean): boolean {
  if (typeof value !== 'string' || value === '' || value.length > most || value !== value.trim())
    return false;
  for (const letter of value) {
    const code = letter.codePointAt(0) as number;
    const breaksLine = code === 10 || code === 13 || code === 9;
    if ((code < 32 || (code >= 127 && code < 160)) && !(isProse && breaksLine)) return false;
    if (code >= 0xd800 && code <= 0xdfff) return false;
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0xfeff)
      return false;
  }
  return true;
}
const line =
  (most: number): Test =>
  (value) =>
    isText(value, most, false);
const prose: Test = (value) => isText(value, 8_000, true);
const any =
  (most: number): Test =>
  (value) =>
    typeof value === 'string' && value.length <= most;

const slug = matches(/^(?:[a-z0-9]+-)*[a-z0-9]+$/, 80);
const tag = matches(/^[a-z][a-z][a-z]?(?:-[A-Za-z0-9]+)*$/, 35);

/** A day of the Gregorian calendar; with `partial` a year or a month as well. */
function isDay(value: unknown, partial = false): boolean {
  if (typeof value !== 'string') return false;
  const found = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(value);
  if (!found || (!partial && found[3] === undefined)) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
const day: Test = (value) => isDay(value);

/** http or https, a host without a user name, no spaces. */
function isAddress(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 2_000 || /\s/.test(value)) return false;
  const host = /^https?:\/\/([^/?#]*)/i.exec(value)?.[1] ?? '';
  if (host === '' || host.includes('@') || host.includes('\\')) return false;
  try {
    // Not `URL.canParse`, which on Node is wrong of letters such as “ü” once it was compiled.
    const { protocol, username, password } = new URL(value);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}

/** The first thing that is not as it must be; '' if all is. Fields that are not named are not to be there. */
function wrong(value: unknown, shape: Shape): string {
  if (!isRow(value)) return 'is no object';
  const names = new Map(Object.keys(shape).map((name) => [name.replace('?', ''), name]));
  for (const key of Object.keys(value)) if (!names.has(key)) return `has ${JSON.stringify(key.slice(0, 40))}`;
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return 'has a prototype of its own';
  for (const [key, name] of names) {
    if (!Object.hasOwn(value, key) || value[key] === undefined) {
      if (!name.endsWith('?')) return `lacks ${key}`;
    } else if (!shape[name]?.(value[key])) return `${key}: ${JSON.stringify(value[key])?.slice(0, 120)}`;
  }
  return '';
}
const like =
  (shape: Shape): Test =>
  (value) =>
    wrong(value, shape) === '';

const rating = one(
  ...[
    'true',
    'mostly-true',
    'mixed',
    'misleading',
    'mostly-false',
    'false',
    'unproven',
    'outdated',
    'satire',
  ],
  ...['context', 'unrated'],
);
const verdict = (most: number) => like({ label: line(most), rating });

export const wrongReview = (value: unknown): string =>
  wrong(value, {
    id: matches(/^r-[0-9a-z]{14}$/, 16),
    claim: line(1_000),
    'title?': line(500),
    'claimant?': line(160),
    publisher: line(160),
    verdict: verdict(300),
    'checkedOn?': day,
    'url?': isAddress,
    'language?': tag,
  });

const ways = (least: number, most: number) => list(line(1_200), least, most);
const claim = like({
  id: slug,
  text: line(300),
  parties: list(matches(/^[A-Z]{2}$/, 2), 0, 4),
  says: ways(1, 400),
  unless: ways(0, 100),
  echoes: ways(0, 60),
  subject: ways(0, 20),
  'negated?': one(true, false),
});
const source = like({
  title: line(300),
  publisher: line(160),
  kind: one('primary', 'secondary'),
  'date?': (value) => isDay(value, true),
  'identifier?': line(160),
  'url?': isAddress,
});

export const wrongCheck = (value: unknown): string =>
  wrong(value, {
    format: one(1),
    id: slug,
    topic: slug,
    language: tag,
    question: line(160),
    answer: line(220),
    verdict: verdict(40),
    checkedOn: day,
    'url?': isAddress,
    claims: list(claim, 1, 40),
    summary: prose,
    sections: list(like({ title: line(160), text: prose }), 1, 12),
    bottomLine: prose,
    sources: list(source, 1, 60),
    followUps: list(like({ question: line(160), 'check?': slug }), 0, 10),
    'changes?': list(like({ on: day, was: verdict(40), why: line(400) }), 0, 20),
  });

const sets: Test = (value) =>
  isRow(value) && Object.entries(value).every(([name, entries]) => slug(name) && ways(1, 300)(entries));
const described: Shape = {
  format: one(1),
  id: slug,
  title: line(120),
  language: line(20),
  licence: line(80),
  publisher: like({
    name: line(80),
    'url?': isAddress,
    'corrections?': line(200),
    'support?': isAddress,
    disclaimer: line(300),
  }),
  topics: list(like({ id: slug, title: line(60), description: line(200) }), 0, 200),
};

export const wrongPack = (value: unknown): string => wrong(value, { ...described, sets });

const MOST = 2_000_000;
export const wrongManifest = (value: unknown): string =>
  wrong(value, {
    ...described,
    serial: count(1, 2 ** 31),
    version: matches(/^[0-9a-f]{16}$/, 16),
    updated: (value) => value === '' || isDay(value),
    counts: like({ checks: count(0, MOST), reviews: count(0, MOST) }),
    languages: (value) =>
      isRow(value) && Object.entries(value).every(([name, n]) => tag(name) && count(0, MOST)(n)),
    layers: list(
      like({
        records: count(0, MOST),
        shards: list(like({ sha256: matches(/^[\w-]{43}$/, 43), bytes: count(2, 8 << 20) }), 0, 4_096),
      }),
      0,
      32,
    ),
    changes: list(
      like({
        check: any(80),
        on: (value) => value === '' || isDay(value),
        was: line(300),
        now: line(300),
        why: any(400),
      }),
      0,
      500,
    ),
    'signature?': like({
      algorithm: one('Ed25519'),
      key: matches(/^[\w-]{43}$/, 43),
      value: matches(/^[\w-]{86}$/, 86),
    }),
  });

export function wrongRecord(value: unknown): string {
  if (!isRow(value)) return 'is no object';
  const [name = '', ...more] = Object.keys(value);
  if (more.length > 0) return `has ${more[0]}`;
  if (name === 'check') return wrongCheck(value.check);
  if (name === 'review') return wrongReview(value.review);
  if (name === 'removed') return any(80)(value.removed) ? '' : 'removed';
  return name === 'sets' && sets(value.sets) ? '' : `is ${name}`;
}
