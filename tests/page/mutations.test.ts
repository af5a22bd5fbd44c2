/** Ten thousand random mutations of a live page: nothing throws, and after quiet what is known is what is there. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isRendered } from '../../lib/page/dom/flat';
import type { Block } from '../../lib/page/read/blocks';
import { startReader } from '../../lib/page/watch/reader';
import { blocksOf, page, painted, until } from './support';

let controller = new AbortController();
afterEach(() => controller.abort());

const WORDS = 'the pact was signed in spring and nobody at the table read it to the end'.split(' ');
const TAGS = [
  'p',
  'p',
  'div',
  'div',
  'span',
  'b',
  'section',
  'article',
  'x-card',
  'aside',
  'a',
  'button',
  'nav',
  'li',
  'br',
  'i',
];

const PAGE = `<main>${'<section><p>A paragraph of <b>this</b> page</p><div>Text beside <p>a block</p> and after it</div></section>'.repeat(4)}</main>`;

/** Numbers in [0, n), each from one seed so that a failing run can be repeated. */
function random(seed: number) {
  let state = seed | 1;
  return (n: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/** Changes the page under `root` once, in one of the ways pages do. */
function mutate(root: HTMLElement, next: (n: number) => number, n: number): string {
  const elements: Element[] = [root];
  for (let i = 0; i < elements.length; i++) {
    const at = elements[i] as Element;
    elements.push(...at.children, ...(at.shadowRoot?.children ?? []));
  }
  const pick = (): Element => {
    const element = elements[next(elements.length)] as Element;
    // Nothing is rendered inside a line break.
    return element.localName === 'br' ? root : element;
  };
  const one = pick();
  const other = pick();
  const where: Element | ShadowRoot = one.shadowRoot && next(2) ? one.shadowRoot : one;
  const place = where.childNodes[next(where.childNodes.length + 1)] ?? null;
  const text = () =>
    `${WORDS.slice(next(8), 8 + next(7)).join(' ')} ${n}${next(3) ? ` ${WORDS.slice(0, 6).join(' ')} ` : ''}`;
  const texts = [...where.childNodes].filter((c): c is Text => c instanceof Text);
  const some = texts[next(texts.length || 1)];
  const build = (depth: number): Element => {
    const element = document.createElement(TAGS[next(TAGS.length)] as string);
    if (element.localName === 'br') return element;
    for (let i = next(3) + 1; i > 0; i--) element.append(depth > 0 && next(2) ? build(depth - 1) : text());
    return element;
  };
  const isFull = elements.length > 160;
  // Pages grow as a whole: large parts go, or are closed, only now and then.
  const isSmall = one !== root && (elements.length > 120 || one.querySelectorAll('*').length < 3);
  switch (next(13)) {
    case 0:
    case 1:
      if (!isFull) where.insertBefore(build(2), place);
      return 'insert';
    case 2:
      where.insertBefore(document.createTextNode(text()), place);
      return 'insert text';
    case 3:
      if (isSmall && elements.length > 40) one.remove();
      return 'remove';
    case 4:
      if (one !== root && !one.contains(other)) {
        const to = other.shadowRoot ?? other;
        if (!isWithin(to, one)) to.insertBefore(one, to.firstChild);
      }
      return 'move';
    case 5:
      some?.splitText(next(some.length + 1));
      return 'split';
    case 6:
      where.normalize();
      return 'merge';
    case 7:
      if (some) some.data = text();
      return 'change text';
    case 8:
      some?.remove();
      return 'remove text';
    case 9:
      if (isSmall || one.hasAttribute('hidden')) one.toggleAttribute('hidden');
      return 'hidden';
    case 10:
      if (one.getAttribute('contenteditable') === 'true') one.removeAttribute('contenteditable');
      else if (isSmall) one.setAttribute('contenteditable', next(2) ? 'true' : 'false');
      return 'editor';
    case 11:
      if (isSmall) one.replaceWith(build(3));
      return 'replace';
    default:
      if (one instanceof HTMLDivElement && !one.shadowRoot && !isFull) {
        // A host that is new to the page: of a root attached to a host that was read nobody is told.
        const host = document.createElement('div');
        host
          .attachShadow({ mode: 'open' })
          .append(build(2), next(2) ? document.createElement('slot') : text());
        host.append(text());
        where.insertBefore(host, place);
      }
      return 'shadow';
  }
}

const isWithin = (node: Node, ancestor: Element): boolean => {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at === ancestor) return true;
  return false;
};

const shown = (blocks: Iterable<Block>) =>
  [...blocks]
    .filter((b) => isRendered(b.container))
    .map((b) => `${b.container.localName}: ${b.text} [${b.pieces.length}]`)
    .sort();

async function live(seed: number, mutations: number, perTask: number): Promise<void> {
  controller = new AbortController();
  const body = page(PAGE);
  const known = new Set<Block>();
  let strange = 0;
  let idle = 0;
  const reader = startReader(
    {
      read: (blocks) => {
        for (const b of blocks)
          if (known.has(b)) strange++;
          else known.add(b);
      },
      gone: (blocks) => {
        for (const b of blocks) if (!known.delete(b)) strange++;
      },
      idle: () => idle++,
    },
    controller.signal,
  );
  await until(() => idle > 0, 'the first reading');
  const next = random(seed);
  const did: string[] = [];
  for (let n = 0; n < mutations; ) {
    for (let k = next(perTask) + 1; k > 0 && n < mutations; k--) did.push(mutate(body, next, n++));
    if (next(4) === 0) await painted();
    else await Promise.resolve();
  }
  const isQuiet = () => {
    const { busy, noted, postponed } = reader.held();
    return !busy && noted + postponed === 0;
  };
  const same = () => JSON.stringify(shown(known)) === JSON.stringify(shown(blocksOf()));
  await until(() => isQuiet() && same(), 'quiet').catch(() => {});
  expect(shown(known), did.slice(-12).join()).toEqual(shown(blocksOf()));
  expect(strange).toBe(0);
  const held = reader.held();
  expect(held.blocks).toBe(known.size);
  expect([...known].filter((b) => !b.container.isConnected)).toEqual([]);
  controller.abort();
}

describe('a page that changes at random', () => {
  it('is known as it is, after few changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1 }), fc.integer({ min: 1, max: 12 }), (seed, n) =>
        live(seed, n, 4),
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is known as it is, after ten thousand', async () => {
    for (let round = 0; round < 20; round++) await live(77 + round * 1_001, 500, 40);
  }, 120_000);
});
