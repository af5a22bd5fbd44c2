import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSightings, type Sighting } from '../../entrypoints/content/sightings';
import type { FoundMatch } from '../../lib/messages/calls';
import { bodyOf, doc } from '../../lib/page/dom/safe';
import type { Mark } from '../../lib/page/overlay/mark';
import type { Block } from '../../lib/page/read/blocks';
import { textBefore } from '../../lib/page/read/context';
import { isOptedOut } from '../../lib/page/read/opt-out';
import { startReader } from '../../lib/page/watch/reader';
import { CLAIM, type Marking, startMarking } from './marking';
import { blocksOf, until } from './support';

const words = (list: string) => list.split(' ');
/** Names by which a page can hide what a document or an element is asked for. */
const OF_DOCUMENT = words(
  'body head title scripts documentElement querySelector querySelectorAll createElement createTreeWalker createRange elementFromPoint elementsFromPoint fullscreenElement scrollingElement getElementsByTagName addEventListener designMode visibilityState baseURI fonts',
);
const OF_ELEMENT = words(
  'checkVisibility getBoundingClientRect getClientRects matches closest querySelector querySelectorAll contains isConnected parentElement parentNode scrollBy scrollHeight clientWidth clientLeft offsetWidth getAnimations getRootNode currentCSSZoom append moveBefore compareDocumentPosition addEventListener showPopover style children localName',
);
const HEADLINE = 'The headline of all of it';

let life: AbortController;
let marking: Marking;
beforeEach(() => {
  life = new AbortController();
  marking = startMarking();
});
afterEach(() => {
  life.abort();
  show('');
  marking.end();
});

/** Replaces the page, whatever it calls its parts. */
function show(html: string): HTMLElement {
  const body = bodyOf() as HTMLElement;
  body.innerHTML = html;
  return body;
}

/** Reads the whole page as a session does. */
async function readAll(): Promise<Block[]> {
  const found: Block[] = [];
  let over = false;
  const idle = () => {
    over = true;
  };
  startReader({ read: (blocks) => found.push(...blocks), gone: () => {}, idle }, life.signal);
  await until(() => over, 'the end of reading');
  return found;
}

/** Marks the claim in all of `blocks` and waits for their badges. */
async function markAll(blocks: readonly Block[]): Promise<void> {
  const holding = blocks.filter((b) => b.text.includes(CLAIM));
  const marks = holding.map((block, n): Mark => {
    const start = block.text.indexOf(CLAIM);
    return {
      key: `mark ${n}`,
      block,
      start,
      end: start + CLAIM.length,
      style: 'tone=false stance=asserts loudness=badge',
      badge: () => Object.assign(doc.createElement('button'), { className: 'badge' }),
      onHover: () => {},
    };
  });
  marking.overlay.show(marks);
  await until(() => marking.drawn().length === marks.length, `${marks.length} badges`);
}

/** What can be seen of a finding for each block, once all were looked at. */
async function look(blocks: readonly Block[]): Promise<readonly Sighting[]> {
  let seen: readonly Sighting[] = [];
  const sightings = createSightings(
    (next) => {
      seen = next;
    },
    () => {},
    life.signal,
  );
  for (const block of blocks)
    sightings.set(block, [
      {
        check: 'a',
        sentence: CLAIM,
        sentenceStart: block.text.indexOf(CLAIM),
        sentenceEnd: block.text.indexOf(CLAIM) + CLAIM.length,
        score: 1,
        stance: 'asserts',
        stanceSure: true,
      } as FoundMatch,
    ]);
  await sightings.settled();
  return seen;
}

describe('names that a page gives hide nothing', () => {
  it.each([
    ['pictures', OF_DOCUMENT.map((name) => `<img name="${name}">`).join('')],
    ['forms', OF_DOCUMENT.map((name) => `<form name="${name}"></form>`).join('')],
    ['one picture', '<img name="body">'],
    ['a plugin', '<embed name="body">'],
  ])('of the document: %s', async (_, html) => {
    const body = show(`<p>${CLAIM}</p>${html}`);
    expect(bodyOf()).toBe(body);
    expect(isOptedOut()).toBe(false);
    const blocks = await readAll();
    expect(blocks.map((b) => b.text)).toEqual([CLAIM]);
    expect(await look(blocks)).toHaveLength(1);
    await markAll(blocks);
    expect(marking.overlay.host().element.parentNode).toBe(body);
  });

  it('of a form', async () => {
    const fields = OF_ELEMENT.map((name) => `<input name="${name}">`).join('');
    show(`<form><h1>${HEADLINE}</h1>${fields}<br>${CLAIM}</form><p>${CLAIM}</p>`);
    const blocks = await readAll();
    expect(blocks.map((b) => b.text.trim())).toEqual([HEADLINE, CLAIM, CLAIM]);
    expect(await look(blocks.slice(1))).toHaveLength(2);
    expect(textBefore(blocks[1] as Block)).toContain(HEADLINE);
    await markAll(blocks);
    expect(marking.overlay.focus('mark 0')).toBe(true);
  });
});

it('a block that cannot be looked at keeps no other from being told', async () => {
  const [one, two] = blocksOf(show(`<p>${CLAIM}</p><p>${CLAIM}</p>`)) as [Block, Block];
  // Not an element at all: whatever is asked of it throws.
  const broken = { ...one, container: Object.create(Element.prototype) as Element };
  expect((await look([broken, two])).map((s) => s.block)).toEqual([two]);
});
