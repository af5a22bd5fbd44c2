/** What is said of the starter is counted, not typed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DRAWING, PAGE, starterDrawing, starterPage } from '../support/starter-page';
import { checks, pack } from '../unit/match/starter';

const AGAIN = 'run `npm run starter`';

describe('docs/starter.md', () => {
  it('is what the library is now', () => {
    expect(readFileSync(PAGE, 'utf8'), AGAIN).toBe(starterPage());
  });

  it('has the drawing of these counts', () => {
    expect(readFileSync(DRAWING, 'utf8'), AGAIN).toBe(starterDrawing());
  });
});

it.each([
  'README.md',
  'docs/readers/use.md',
  'docs/readers/troubleshooting.md',
  'CHANGELOG.md',
  'store/listing.json',
])('%s counts the starter right', (file) => {
  const said = readFileSync(file, 'utf8').match(/(\d+) checks\s+in\s+(\d+)\s+topics/);
  expect(said?.slice(1).map(Number)).toEqual([checks.length, pack.topics.length]);
});
