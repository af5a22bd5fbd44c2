/** What the report says was counted is what the recorded runs counted. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PARTS } from '../soak/parts';
import { REPORT, withFigures } from '../soak/results';

it('docs/developers/soak.md has the figures of the recorded runs', () => {
  const text = readFileSync(REPORT, 'utf8');
  const names = PARTS.map(({ name }) => name);
  expect(text, 'run `npm run soak -- --report`').toBe(withFigures(text, names));
});
