/** Whatever happens to a library between editions, readers of all layers hold exactly what the folder holds. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCheck, parseReview } from '../../lib/claims';
import { lintPublished } from '../../lib/cli/pack/lint';
import { packFolder } from '../../lib/cli/pack/run';
import { aCheck } from '../support/checks';
import { folder } from '../support/cli';
import { aReview, heldBy, jsonLines, manifestIn, skyPack, tree, write } from '../support/packs';

/** Number of a check or a review to what distinguishes its text. */
type State = { readonly checks: Map<number, string>; readonly reviews: Map<number, string>; sets: string };

const id = (n: number) => `check-${n}`;

function filesOf({ checks, reviews, sets }: State): Record<string, unknown> {
  const of = [...checks].map(([n, answer]) => [`sky/${id(n)}.json`, aCheck({ id: id(n), answer })]);
  const rows = [...reviews].map(([n, title]) => aReview(n, { title }));
  const half = rows.length >> 1;
  return {
    'pack.json': skyPack(sets === '' ? {} : { sets: { cheese: [sets] } }),
    'reviews/a.jsonl': jsonLines(rows.slice(0, half)),
    'reviews/b.jsonl': jsonLines(rows.slice(half)),
    ...Object.fromEntries(of),
  };
}

/** What readers should hold, as the schemas read it. */
function expectedOf({ checks, reviews, sets }: State): Map<string, unknown> {
  const held = new Map<string, unknown>();
  const add = (parsed: ReturnType<typeof parseCheck> | ReturnType<typeof parseReview>) => {
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    held.set(parsed.value.id, parsed.value);
  };
  for (const [n, answer] of checks) add(parseCheck(aCheck({ id: id(n), answer })));
  for (const [n, title] of reviews) add(parseReview(aReview(n, { title })));
  if (sets !== '') held.set('', { cheese: [sets] });
  return held;
}

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((s) => `A${s}z`.replace(/[[\]<]/g, ''));
const edit = fc.record({
  kind: fc.constantFrom('checks', 'reviews'),
  n: fc.nat(11),
  text: fc.option(text, { freq: 3 }),
});
const sets = fc.option(fc.constantFrom('', 'gouda', 'edam'), { freq: 2 });
const rounds = fc.array(fc.record({ edits: fc.array(edit, { maxLength: 4 }), sets }), {
  minLength: 1,
  maxLength: 6,
});

it('holds what the folder holds, over any row of editions and from a fresh one', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (history) => {
      const state: State = { checks: new Map([[0, 'No.']]), reviews: new Map(), sets: '' };
      for (let n = 100; n < 140; n++) state.reviews.set(n, 'As it was');
      const [dir, out, afresh] = [folder({}), folder({}), folder({})];
      let serial = 0;
      for (const round of history) {
        const before = JSON.stringify([...expectedOf(state)]);
        for (const { kind, n, text } of round.edits) {
          const of = state[kind as 'checks' | 'reviews'];
          if (text === null) of.delete(n);
          else of.set(n, text);
        }
        if (round.sets !== null) state.sets = round.sets;
        rmSync(join(dir, 'sky'), { recursive: true, force: true });
        write(dir, filesOf(state));
        const packed = await packFolder({ dir, out });
        if (!('manifest' in packed)) throw new Error(JSON.stringify(packed));
        const isSame =
          serial > 0 &&
          JSON.stringify([...expectedOf(state)].sort()) === JSON.stringify([...JSON.parse(before)].sort());
        expect(packed.manifest.serial).toBe(isSame ? serial : ++serial);
        expect(hold(out)).toEqual(expectedOf(state));
      }
      await packFolder({ dir, out: afresh });
      expect(hold(afresh)).toEqual(expectedOf(state));
      expect(manifestIn(afresh).layers.length).toBe(1);
      expect(await lintPublished(out)).toEqual([]);
      const bytes = tree(out);
      await packFolder({ dir, out });
      expect(tree(out)).toEqual(bytes);
    }),
    { numRuns: 25 },
  );
});

/** Word sets that were taken away are none. */
function hold(out: string): Map<string, unknown> {
  const held = heldBy(out);
  if (JSON.stringify(held.get('')) === '{}') held.delete('');
  return held;
}
