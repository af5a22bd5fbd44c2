/** What a publisher writes stands in the middle of our own words: it must not turn, break or hide them. */
import { describe, expect, it } from 'vitest';
import { parseCheck, parsePack, parseRecord } from '../../../lib/claims';
import { aCheck, aPack } from '../../support/checks';
import { review } from '../../support/library';

/** Right-to-left override, an isolate that never ends, a line break, a bell, half a character, a byte order mark. */
const TRICKS = ['\u202e', '\u2067', '\n', '\u0007', '\ud800', '\ufeff'];
const tricky = TRICKS.join('');
const inLine = (text: string) => TRICKS.filter((trick) => text.includes(trick));

describe('what turns, breaks or hides words', () => {
  it('is in no line of a check', () => {
    const parsed = parseCheck(
      aCheck({ question: `Is it${tricky}eslaf?`, verdict: { label: `eurt${tricky}!`, rating: 'false' } }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { question, verdict } = parsed.value;
    expect([inLine(question), inLine(verdict.label)]).toEqual([[], []]);
    expect(question).toMatch(/^Is it\s+eslaf\?$/);
  });

  it('is in no prose, whose own line breaks stay', () => {
    const { text } = aCheck().sections[0] as { text: string };
    const parsed = parseCheck(
      aCheck({ sections: [{ title: 'Part', text: `${tricky}One.\n\nTwo. ${text}` }] }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const shown = parsed.value.sections[0]?.text ?? '';
    expect([inLine(shown), shown.startsWith('One.\n\nTwo.')]).toEqual([['\n'], true]);
  });

  it('is in no name of a publisher, of a pack or of a review', () => {
    const { publisher, ...pack } = aPack() as { publisher: object };
    const parsed = parsePack({ ...pack, publisher: { ...publisher, name: `sretueR${tricky}!` } });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const record = parseRecord({ review: { ...review(1), publisher: `sretueR${tricky}!` } });
    if (!record.ok || !('review' in record.value)) throw new Error(JSON.stringify(record));
    expect([inLine(parsed.value.publisher.name), inLine(record.value.review.publisher)]).toEqual([[], []]);
  });

  it('is all there is of a line that has nothing else, so it is refused', () => {
    expect(parseCheck(aCheck({ question: tricky }))).toMatchObject({ ok: false });
  });
});
