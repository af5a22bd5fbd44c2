/** A check as others cite it; what comes from anybody's feed stays text, and links are only http(s). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Citable, canCite, citation } from '../../../components/citation';

const check: Citable = {
  kind: 'check',
  question: 'Was the bridge sold?',
  verdict: { label: 'No such sale' },
  checkedOn: '2025-11-30',
  publisher: 'Bridge Desk',
  url: 'https://bridges.example/checks/sold',
};

describe('a citation', () => {
  it('in words says who, what, when, where', () =>
    expect(citation(check, 'text')).toBe(
      'Bridge Desk: “Was the bridge sold?” Verdict: No such sale. Checked on 30 November 2025. https://bridges.example/checks/sold',
    ));

  it('in Markdown links the question', () =>
    expect(citation(check, 'markdown')).toBe(
      'Bridge Desk: “[Was the bridge sold?](https://bridges.example/checks/sold)” Verdict: No such sale. Checked on 30 November 2025.',
    ));

  it('as a link is the address', () => expect(citation(check, 'link')).toBe(check.url));

  it('of a review says that it is about a claim, and no day where none is known', () =>
    expect(
      citation(
        { ...check, kind: 'review', question: 'The bridge was sold.', checkedOn: '', url: undefined },
        'text',
      ),
    ).toBe('Bridge Desk on the claim “The bridge was sold.” Verdict: No such sale.'));

  it('has no link where there is no address of the web', () => {
    for (const url of [undefined, '', 'javascript:alert(1)', 'data:text/html,x', 'ftp://x.example/']) {
      expect(canCite({ ...check, url }, 'link')).toBe(false);
      expect(citation({ ...check, url }, 'link')).toBe('');
      expect(citation({ ...check, url }, 'markdown')).not.toContain('](');
    }
  });

  it('stays on one line, and its Markdown has one link at most, whatever a feed holds', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.webUrl(), (question, label, url) => {
        const cited = citation({ ...check, question, verdict: { label }, url }, 'markdown');
        expect(cited).not.toMatch(/[\r\n]/);
        expect(cited.match(/(?<!\\)(?:\\\\)*\]\(/g)).toHaveLength(1);
      }),
    ));

  it('keeps an address inside its brackets', () =>
    expect(citation({ ...check, url: 'https://x.example/a_(b)' }, 'markdown')).toContain(
      '](https://x.example/a_%28b%29)',
    ));
});
