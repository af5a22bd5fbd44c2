import fc from 'fast-check';
import { expect, it } from 'vitest';
import { locate } from '../../lib/page/dom/ranges';
import { oracle } from './oracle';
import { blocksOf, page, textsOf } from './support';
import { grow, SHEET, type Tree, trees } from './trees';

const RUNS = 600;
/** Milliseconds for all of them, on a busy machine. */
const PATIENCE = 60_000;

/** Rows of boxes such as headlines that fly in are made of, menus and cards. */
const word = fc.constantFrom(
  'The',
  'US',
  'a',
  'mutual',
  'T',
  '北京',
  '北京北京北京',
  ' ',
  '',
  'two words',
  'pact.',
);
const boxes = (inside: fc.Arbitrary<readonly Tree[]>) =>
  fc.record({
    kind: fc.constant('element' as const),
    tag: fc.constantFrom('span', 'span', 'div', 'div', 'b', 'a'),
    attributes: fc.constantFrom(
      { class: 'boxed' },
      { class: 'boxed' },
      { style: 'display:inline-block' },
      {},
    ),
    inside,
    times: fc.constantFrom(1, 1, 1, 5),
  });
const said = word.map((text): Tree => ({ kind: 'text', text }));
const between = fc.constantFrom<Tree>(
  { kind: 'text', text: ' ' },
  { kind: 'text', text: ' ' },
  { kind: 'text', text: 'and' },
  { kind: 'comment' },
);
const letters = fc.array(boxes(fc.tuple(said)), { maxLength: 3 });
const rows = fc.array(
  fc.record({
    kind: fc.constant('element' as const),
    tag: fc.constantFrom('h2', 'div', 'p', 'li', 'section', 'span'),
    attributes: fc.constant({}),
    inside: fc
      .array(fc.tuple(boxes(fc.oneof(fc.tuple(said), fc.tuple(said), letters)), between), { maxLength: 8 })
      .map((pairs): readonly Tree[] => pairs.flat()),
    times: fc.constant(1),
  }),
  { minLength: 1, maxLength: 3 },
);

const build = (list: readonly Tree[]) => {
  const body = page(`<style>${SHEET}</style><main></main>`);
  const root = body.querySelector('main') as Element;
  grow(root, list);
  return root;
};

it.each([
  ['reads random trees as a slow and plain reader does', trees.list],
  ['reads rows of boxes as that reader does', rows],
])(
  '%s',
  (_, lists) => {
    let texts = 0;
    fc.assert(
      fc.property(lists, (list) => {
        const root = build(list);
        const expected = oracle(root);
        // Longer ones are cut; that has a test of its own.
        fc.pre(expected.every((text) => text.length < 2_000));
        texts += expected.length;
        expect(textsOf(root)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
    expect(texts).toBeGreaterThan(RUNS / 4);
  },
  PATIENCE,
);

it(
  'leads random stretches of random trees back to the very text',
  () => {
    let stretches = 0;
    fc.assert(
      fc.property(
        trees.list,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 4 }),
        (list, ends) => {
          for (const block of blocksOf(build(list)))
            for (const [a, b] of ends) {
              const start = a % block.text.length;
              const end = start + 1 + (b % (block.text.length - start));
              const said = block.text.slice(start, end);
              const range = locate(block, start, end);
              // Line breaks and gaps stand in the text, but in no node.
              if (said.trim() === '' && !range) continue;
              expect(range).toBeDefined();
              if (!range) continue;
              const nodes = block.pieces.map((p) => p.node);
              const first = nodes.indexOf(range.startContainer as Text);
              const last = nodes.indexOf(range.endContainer as Text);
              let found = '';
              for (let i = first; i <= last; i++) {
                const { data } = nodes[i] as Text;
                found += data.slice(
                  i === first ? range.startOffset : 0,
                  i === last ? range.endOffset : data.length,
                );
              }
              expect(found.replace(/\s/g, '')).toBe(said.replace(/\s/g, ''));
              stretches++;
            }
        },
      ),
      { numRuns: RUNS },
    );
    expect(stretches).toBeGreaterThan(RUNS);
  },
  PATIENCE,
);
