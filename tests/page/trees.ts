/** Random trees for the reader's property tests: as data, so that a failing one can be shrunk, and built when needed. */
import fc from 'fast-check';

export type Tree =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment' }
  | {
      readonly kind: 'element';
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly inside: readonly Tree[];
      readonly shadow?: readonly Tree[] | undefined;
      /** So many like it in a row. */
      readonly times: number;
    };

/** Rules by class: elements of a class are alike, unless their place tells them apart. */
export const SHEET = `
  .flow { display: inline } .own { display: block } .gone { display: none } .none-of-it { display: contents }
  .boxed { display: inline-block } .row { display: flex } .left { float: left } .lifted { position: absolute }
  .clipped { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }
  .faint { visibility: hidden } .cell { display: table-cell }
  .kept { content-visibility: auto }
`;
const CLASSES = 'flow own gone none-of-it boxed row left lifted clipped faint cell kept x y'.split(' ');

const WORDS = [
  'The United States',
  'mutual',
  'def\u00adense',
  'pact',
  'with Isra\u200bel',
  '北京',
  'T',
  ' ',
  '\n  ',
  ', they say.',
  'и Россия',
  'vaccines cause',
];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words): Tree => ({ kind: 'text', text: words.join('') }));

const INLINE = ['span', 'b', 'a', 'em', 'ruby', 'x-word'];
const BLOCK = ['p', 'div', 'li', 'section', 'td', 'h2', 'blockquote'];
const VOID = ['br', 'br', 'wbr', 'img', 'hr'];
const SKIPPED = ['button', 'code', 'nav', 'script', 'rt', 'style', 'template'];
const attributes = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: fc.constantFrom(...CLASSES).map((name) => ({ class: name })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        'display:inline',
        'display:none',
        'float:right',
        'visibility:hidden',
        'display:inline-block',
      )
      .map((style) => ({ style })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { hidden: '' },
      { hidden: 'until-found' },
      { 'aria-hidden': 'true' },
      { contenteditable: 'true' },
      { contenteditable: 'false' },
      { role: 'textbox' },
      { 'data-factmark': 'off' },
      { id: 'here' },
      { title: 'a name', class: 'x' },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('one', 'two').map((slot) => ({ slot })) },
);
const times = fc.oneof(
  { weight: 12, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 9, max: 30 }) },
);

export const trees = fc.letrec<{ tree: Tree; list: readonly Tree[] }>((tie) => ({
  list: fc.array(tie('tree'), { maxLength: 5, depthIdentifier: 'tree' }),
  tree: fc.oneof(
    { depthIdentifier: 'tree', maxDepth: 6 },
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constant<Tree>({ kind: 'comment' }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...VOID)
        .map((tag): Tree => ({ kind: 'element', tag, attributes: {}, inside: [], times: 1 })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('element' as const),
        tag: fc.constantFrom(...SKIPPED),
        attributes,
        inside: fc.array(text, { maxLength: 1 }),
        times: fc.constant(1),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('element' as const),
        tag: fc.constantFrom(...INLINE),
        attributes,
        inside: tie('list'),
        times,
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('element' as const),
        tag: fc.constantFrom(...BLOCK),
        attributes,
        inside: tie('list'),
        times,
      }),
    },
    // Slots outside a shadow root, too: there they are ordinary elements.
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('element' as const),
        tag: fc.constant('slot'),
        attributes: fc.constantFrom({}, { name: 'one' }, { name: 'two' }),
        inside: tie('list'),
        times: fc.constant(1),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('element' as const),
        tag: fc.constantFrom('div', 'span', 'section'),
        attributes,
        inside: tie('list'),
        shadow: tie('list'),
        times: fc.constant(1),
      }),
    },
  ),
}));

/** Appends `list` to `parent`. */
export function grow(parent: Node, list: readonly Tree[]): void {
  for (const tree of list) {
    if (tree.kind === 'text') parent.appendChild(document.createTextNode(tree.text));
    else if (tree.kind === 'comment') parent.appendChild(document.createComment('words that nobody sees'));
    else
      for (let n = 0; n < tree.times; n++) {
        const element = document.createElement(tree.tag);
        if (tree.tag === 'script') element.setAttribute('type', 'text/plain');
        for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value);
        grow(element, tree.inside);
        if (tree.shadow) {
          const root = element.attachShadow({ mode: 'open' });
          // Style sheets do not reach in: here classes mean nothing.
          grow(root, tree.shadow);
        }
        parent.appendChild(element);
      }
  }
}
