/** What others wrote is text wherever it is shown: each string field of the schemas, with each trick, in a real engine. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { Card } from '../../components/Card';
import { CheckDocument } from '../../components/CheckDocument';
import { FoundCheck } from '../../components/FoundCheck';
import { MatchList } from '../../components/MatchList';
import type { OtherCheck } from '../../components/others';
import { RecentList } from '../../components/RecentList';
import { ReviewDocument } from '../../components/ReviewDocument';
import { FactList } from '../../entrypoints/options/library/FactList';
import { publisherFacts } from '../../entrypoints/options/library/facts';
import { type FactCheck, type Pack, parseCheck, parsePack, type Review } from '../../lib/claims';
import { CheckSchema } from '../../lib/claims/check';
import { PackSchema } from '../../lib/claims/pack';
import { parseReview } from '../../lib/claims/packs/record';
import { ReviewSchema } from '../../lib/claims/review';
import { fullCheck, fullPack, fullReview } from '../support/full-records';
import { PAYLOADS, type Path, stringFields, withText } from '../support/hostile-fields';
import { root } from './root';

const nothing = () => {};
const MARKS = { question: [], answer: [], claim: [] };

/** All that shows a check or a review in short or in full, and what settings tell of its publisher. */
function Everywhere({ check, review, pack }: { check: FactCheck; review: Review; pack: Pack }) {
  const { publisher } = pack;
  const topicTitle = pack.topics[0]?.title ?? '';
  const ofReview: OtherCheck = {
    ...review,
    question: review.claim,
    checkedOn: review.checkedOn ?? '',
  };
  const listed = [
    { ...check, publisher: publisher.name },
    { ...ofReview, answer: review.title ?? '' },
  ];
  return (
    <div>
      {listed.map((one, i) => (
        <Card
          key={one.id}
          card={{
            ...one,
            kind: i === 0 ? 'check' : 'review',
            disclaimer: publisher.disclaimer,
            topicTitle,
            language: 'en',
          }}
          others={[ofReview]}
          stance="asserts"
          stanceSure={true}
          reasons={[one.question]}
          sentence={one.question}
          published=""
          today="2026-11-22"
          onOpen={nothing}
          onCopy={() => Promise.resolve(true)}
          onDismiss={nothing}
          onTopicOff={nothing}
          onSiteOff={nothing}
          onClose={nothing}
        />
      ))}
      <CheckDocument
        check={check}
        publisher={publisher}
        topicTitle={topicTitle}
        others={[ofReview]}
        related={[]}
        change={undefined}
        onOpen={nothing}
      />
      <ReviewDocument review={review} source={pack.title} others={[]} change={undefined} onOpen={nothing} />
      <MatchList
        matches={listed.map(({ id, question }, i) => ({
          key: `${i}`,
          check: id,
          sentence: question,
          stance: 'asserts' as const,
          stanceSure: true,
          others: [],
          frame: 0,
        }))}
        checks={listed}
        onOpen={nothing}
        onReveal={nothing}
      />
      {listed.map((one) => (
        <FoundCheck key={one.id} hit={{ card: one, claim: review.claim, marks: MARKS }} onOpen={nothing} />
      ))}
      <RecentList
        checks={listed.map((one) => ({ ...one, opened: '2026-11-22T10:05:00.000Z' }))}
        now={Date.UTC(2026, 10, 22)}
        onOpen={nothing}
      />
      <FactList facts={publisherFacts(publisher)} />
    </div>
  );
}

function taken<T>(parsed: { ok: true; value: T } | { ok: false }): T {
  if (!parsed.ok) throw new Error('the example is refused');
  return parsed.value;
}
const CHECK = taken(parseCheck(fullCheck()));
const REVIEW = taken(parseReview(fullReview()));
const PACK = taken(parsePack(fullPack()));

/** What may be in what we draw: elements by name, and names of attributes. */
function kindsIn(): Set<string> {
  const kinds = new Set<string>();
  for (const element of root.querySelectorAll('*')) {
    kinds.add(element.localName);
    for (const { name } of element.attributes) kinds.add(`@${name}`);
  }
  return kinds;
}

const show = (change: { check?: FactCheck; review?: Review; pack?: Pack }) =>
  act(() => render(<Everywhere check={CHECK} review={REVIEW} pack={PACK} {...change} />, root));

const KINDS = [
  ['check', CheckSchema, fullCheck, parseCheck],
  ['review', ReviewSchema, fullReview, parseReview],
  ['pack', PackSchema, fullPack, parsePack],
] as const;

describe.each(KINDS)('a %s', (kind, schema, full, parse) => {
  it('shows each string field as text, whatever stands in it', () => {
    show({});
    const ours = kindsIn();
    ours.add('@dir').add('@lang');
    expect(ours.size).toBeGreaterThan(30);
    let shown = 0;
    for (const path of stringFields(schema) as Path[])
      for (const payload of PAYLOADS) {
        const parsed = parse(withText<unknown>(full(), path, payload));
        if (!parsed.ok) continue;
        show({ [kind]: parsed.value });
        shown++;
        const said = `${path.join('/')} ${payload}`;
        expect(
          [...kindsIn()].filter((one) => !ours.has(one)),
          said,
        ).toEqual([]);
        for (const link of root.querySelectorAll('[href]'))
          expect(link.getAttribute('href'), said).toMatch(/^(https?:\/\/[^\s@]+$|mailto:[^\s?%]+$|#)/i);
      }
    expect(shown).toBeGreaterThan(100);
    expect(window).not.toHaveProperty('pwned');
  });
});
