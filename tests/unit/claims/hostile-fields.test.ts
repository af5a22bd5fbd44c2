/** Each string field of what packs, feeds and backups hold, with each trick: read as text without its power, or refused. */
import { describe, expect, it } from 'vitest';
import { citation } from '../../../components/citation';
import { parseCheck, parsePack } from '../../../lib/claims';
import { CheckSchema } from '../../../lib/claims/check';
import { claimReviewOf, claimReviewsOf, jsonLd } from '../../../lib/claims/claim-review/write';
import { PackSchema } from '../../../lib/claims/pack';
import { parseReview } from '../../../lib/claims/packs/record';
import { ReviewSchema } from '../../../lib/claims/review';
import { fullCheck, fullPack, fullReview } from '../../support/full-records';
import { PAYLOADS, type Path, stringFields, withText } from '../../support/hostile-fields';

const KINDS = [
  ['check', CheckSchema, fullCheck, parseCheck],
  ['review', ReviewSchema, fullReview, parseReview],
  ['pack', PackSchema, fullPack, parsePack],
] as const;

const LINK = /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i;
const HIDDEN = /(?![\n\r\t])\p{Cc}|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/u;
const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], value);

describe.each(KINDS)('a %s', (_name, schema, full, parse) => {
  const fields = stringFields(schema);

  it('has an example with all its fields, which is taken', () => {
    expect(fields.length).toBeGreaterThan(7);
    expect(parse(full())).toMatchObject({ ok: true });
    for (const path of fields) expect(typeof at(full(), path), path.join('/')).toBe('string');
  });

  it.each(fields.map((path) => [path.join('/'), path] as const))('keeps no trick in %s', (name, path) => {
    for (const payload of PAYLOADS) {
      const parsed = parse(withText(full(), path, payload));
      if (!parsed.ok) {
        expect(parsed.problems.map(({ pointer }) => pointer)).toContain(`/${name}`);
        continue;
      }
      const kept = at(parsed.value, path) as string;
      expect(HIDDEN.test(kept), `${name}: ${JSON.stringify(kept)}`).toBe(false);
      if (/(^|\/)(url|support)$/.test(name)) expect(kept).toMatch(LINK);
    }
    // Ten million characters, in one field of each kind.
    const long = 'x'.repeat(path === fields[2] ? 1e7 : 1e4);
    expect(parse(withText(full(), path, long))).toMatchObject({ ok: false });
  });
});

it('what is written of it ends no script, and closes no link of Markdown', () => {
  for (const path of stringFields(ReviewSchema))
    for (const payload of PAYLOADS) {
      const parsed = parseReview(withText(fullReview(), path, payload));
      if (!parsed.ok) continue;
      const review = parsed.value;
      const written = jsonLd([claimReviewOf(review)]);
      expect(written).not.toContain('<');
      expect(JSON.parse(written).claimReviewed).toBe(review.claim);
      const cited = citation(
        { ...review, kind: 'review', question: review.claim, checkedOn: review.checkedOn ?? '' },
        'markdown',
      );
      // Every sign of Markdown and HTML that is not ours is escaped: one link is left, to the web.
      const bare = cited.replace(/\\./g, '');
      expect(bare.replace(/\]\([^)]*\)/, '').match(/[<>`]/g), cited).toBeNull();
      for (const [, target = ''] of bare.matchAll(/\]\(([^)]*)\)/g)) expect(target).toMatch(/^https?:\/\//);
    }
  const check = parseCheck(
    withText(fullCheck(), ['claims', '0', 'text'], '</script><script>alert(1)</script>'),
  );
  if (!check.ok) throw new Error('refused');
  expect(jsonLd(claimReviewsOf(check.value, { name: '</script>' }))).not.toContain('<');
});
