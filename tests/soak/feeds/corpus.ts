/** Records to be changed: those of this repository, and some in the shapes in which publishers write ClaimReview. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FactCheck, type PackRecord, parseCheck, parseRecord } from '../../../lib/claims';
import { claimReviewsOf } from '../../../lib/claims/claim-review/write';
import { FIRST } from '../../support/pack-sky';

const ROOT = resolve(import.meta.dirname, '../../..');
const file = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const read = (path: string) => JSON.parse(file(path));
const lines = (path: string) =>
  file(path)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The starter's checks as their files hold them; every sixth, which is enough of each shape. */
const files = readdirSync(resolve(ROOT, 'public/starter'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /^[^/]+\/[a-z0-9-]+\.json$/.test(name))
  .sort()
  .filter((_, n) => n % 6 === 0);

export const CHECKS: readonly unknown[] = [
  ...files.map((name) => read(`public/starter/${name}`)),
  ...Array.from({ length: 12 }, () => read('docs/publishers/examples/sky/moon/moon-cheese.json')),
  // Small ones more often: a change in a large one is seldom where it matters.
  ...Array.from({ length: 12 }, () => FIRST.checks ?? []).flat(),
];
export const PACKS: readonly unknown[] = [
  read('public/starter/pack.json'),
  read('docs/publishers/examples/sky/pack.json'),
];
export const BACKUPS: readonly unknown[] = [read('tests/fixtures/backup/factmark-settings-1.json')];
export const REVIEWS: readonly unknown[] = [
  ...lines('docs/publishers/examples/sky/reviews/desk.jsonl'),
  ...(FIRST.reviews ?? []),
];

/** Small checks, for packs that are to be installed a thousand times. */
export const SMALL: readonly FactCheck[] = FIRST.checks ?? [];

export const RECORDS: readonly PackRecord[] = [
  ...CHECKS.map((check) => ({ check })),
  ...REVIEWS.flatMap((review) => [{ review }, { review }, { review }]),
  { removed: 'moon-cheese' },
  { removed: 'r-1b2c3d4e5f6g7h' },
  { sets: FIRST.sets },
].flatMap((record) => {
  const parsed = parseRecord(record);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return [parsed.value];
});

/** As several publishers write it: one thing or a list, texts or objects around them, each with another set of fields. */
const SHAPES: readonly unknown[] = [
  ...read('docs/publishers/examples/feed.json').dataFeedElement.slice(0, 2),
  {
    '@context': 'https://schema.org',
    '@type': ['ClaimReview', 'Review'],
    '@id': 'https://desk.example/checks/17#review',
    url: { '@id': 'https://desk.example/checks/17' },
    claimReviewed: { '@value': 'Ein Berg in Norwegen wurde verkauft.', '@language': 'de' },
    datePublished: '2023-04-05T06:07:08+02:00',
    author: [{ '@type': 'Person', name: 'A. Writer', url: '/people/writer' }],
    publisher: {
      '@type': 'Organization',
      name: 'Faktendienst',
      logo: { '@type': 'ImageObject', url: 'https://desk.example/l.png' },
    },
    reviewRating: {
      '@type': 'Rating',
      ratingValue: 1,
      bestRating: 5,
      worstRating: 1,
      alternateName: 'Falsch',
    },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'Somebody' },
      datePublished: '2023-04-01',
      appearance: [],
    },
    sdLicense: 'https://licence.example/by/4.0',
  },
  {
    '@type': 'ClaimReview',
    claimReviewed: '&quot;The well at Harrow &amp; Vale runs dry&quot; <b>every</b> summer',
    url: 'https://harbour.example/2021/wells.html?utm=1#top',
    datePublished: '07.10.2021',
    dateModified: '2021-10-09',
    author: 'Harbour checks',
    reviewRating: { '@type': 'Rating', ratingValue: '3', bestRating: '5', worstRating: '1' },
    itemReviewed: {
      '@type': 'CreativeWork',
      author: [{ name: 'First' }, { name: 'Second', sameAs: ['https://a.example'] }],
    },
    inLanguage: { '@type': 'Language', name: 'English', alternateName: 'en' },
    headline: 'Wells: <em>half</em> the story',
  },
  {
    '@type': 'schema:ClaimReview',
    claimReviewed: 'O lago Verrin congelou em julho.',
    mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://lago.example/checagem/9' },
    author: { '@type': 'Organization', name: 'Lago', url: 'https://lago.example' },
    reviewRating: [{ '@type': 'Rating', alternateName: 'Enganoso', image: 'https://lago.example/e.png' }],
    datePublished: '2025-07-20',
    inLanguage: 'pt-BR',
    reviewBody: 'Não congelou. '.repeat(20),
  },
  {
    '@type': 'ClaimReview',
    claimReviewed: 'يقال إن الجسر بيع',
    url: 'https://jisr.example/1',
    author: { name: 'جسر' },
    reviewRating: { name: 'مضلل' },
    datePublished: '5 May 2024',
    inLanguage: 'ar',
  },
];

const check = parseCheck(CHECKS[0]);
/** What little some publishers write. */
const lean = (n: number, label: string) => ({
  '@type': 'ClaimReview',
  claimReviewed: `The bridge number ${n} was sold.`,
  url: `https://lean.example/${n}`,
  reviewRating: { alternateName: label },
});

export const FEED: readonly unknown[] = [
  ...['False', 'Mostly true', 'Fake', 'Satire', 'Fehlender Kontext', 'Vrai', 'No', 'Three of four'].map(
    (label, n) => lean(n, label),
  ),
  ...SHAPES,
  ...(check.ok ? claimReviewsOf(check.value, { name: 'Sky desk', url: 'https://sky.example/' }) : []),
  { '@type': 'MediaReview', url: 'https://sky.example/video' },
];
