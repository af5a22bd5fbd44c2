import { expect, it } from 'vitest';
import { releaseNotes } from '../../.ci/release-notes';

const LOG = `# Changelog

## 0.3.0 (unreleased)

- to come

## 0.2.0 (2026-12-01)

- a card
  over two lines

### More

- ## is no heading here

## 0.1.10 (2026-11-01)

- ten

## 0.1.1 (2026-10-01)
`;

it('says what stands in the section of the version, and nothing else', () => {
  expect(releaseNotes('v0.2.0', '0.2.0', LOG)).toBe(
    '- a card\n  over two lines\n\n### More\n\n- ## is no heading here\n',
  );
  expect(releaseNotes('v0.1.10', '0.1.10', LOG)).toBe('- ten\n');
});

it.each([
  ['v0.2.1', '0.2.0', 'tag it v0.2.0'],
  ['0.2.0', '0.2.0', 'tag it v0.2.0'],
  ['', '0.2.0', 'tag is missing'],
  ['v0.1', '0.1', 'no section for 0.1'],
  ['v0.3.0', '0.3.0', 'give it its day'],
  ['v0.1.1', '0.1.1', 'says nothing about 0.1.1'],
])('refuses the tag %j of version %s', (tag, version, message) => {
  expect(() => releaseNotes(tag, version, LOG)).toThrow(message);
});

it('refuses a changelog without any section', () => {
  expect(() => releaseNotes('v1.0.0', '1.0.0', '# Changelog\n')).toThrow('no section');
});
