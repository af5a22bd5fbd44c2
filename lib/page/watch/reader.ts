/**
 * Keeps the page's blocks up to date: reads the page once, then only what was added or changed.
 * Work is proportional to what changed: an added element is read as a tree, a container whose own text
 * changed is read without its nested blocks. What changes again and again waits its turn (`budget.ts`).
 */

import { flatChildren, flatParent, isConnected, isRendered, isWithin } from '../dom/flat';
import { bodyOf, previousSibling, shadowRootOf } from '../dom/safe';
import { type Block, containerOf, isInline, readBlocks, type Walk } from '../read/blocks';
import { flowOf } from '../read/flow';
import { isInSkipped, isSkipped } from '../read/skip';
import { pause } from '../time/lifecycle';
import { inSlices } from '../time/slices';
import { createAllowance, createPatience } from './budget';
import { type Changes, noteChanges } from './changes';
import { readingOrder } from './first';
import { createKnown, type KnownEvents } from './known';
import { watchUpgrades } from './late-shadow';
import { watchOpening } from './opening';
import { createPostponed } from './postponed';

export interface ReaderEvents extends KnownEvents {
  /** Nothing is left to read for now. */
  readonly idle: () => void;
}

/** What a reader holds, for those who watch that it stays bounded. */
export interface Held {
  /** Containers and blocks on the page, characters in them; text nodes read since the start, again counted again. */
  readonly containers: number;
  readonly blocks: number;
  readonly characters: number;
  readonly pieces: number;
  /** Is it reading now, or waiting for its turn to? */
  readonly busy: boolean;
  /** Nodes noted as changed and not looked at yet. */
  readonly noted: number;
  /** Containers that change again and again and wait to be read. */
  readonly postponed: number;
  /** Unrendered elements, and custom elements not defined yet, that may open. */
  readonly closed: number;
  readonly undefinedHosts: number;
}

/** Share of the time that may go into reading what changed, the first reading aside. */
const SHARE = 0.03;
/** Milliseconds of reading saved up while nothing changes: a new page in the page is read without a stop. */
const SAVED = 400;

/** Milliseconds between two searches for what left the page unnoticed: taken out of a part that was out already. */
const SWEEP = 10_000;

export interface Reader {
  held(): Held;
  /** Lets go of the text and nodes of blocks that nobody needs any more; should they change, they are read as new. */
  release(blocks: Iterable<Block>): void;
  /** Hands over all blocks anew. Those that were released are read again, and are new ones then. */
  again(): void;
}

/** Starts reading `document.body` and keeps up with it until `signal` aborts. */
export function startReader(events: ReaderEvents, signal: AbortSignal): Reader {
  const known = createKnown(events);
  const allowance = createAllowance(SAVED, SHARE);
  const postponed = createPostponed(createPatience());
  let running = false;
  let swept = performance.now();

  const changes = noteChanges(() => void run(), signal);
  const opening = watchOpening(changes.turn);
  const upgrades = watchUpgrades(changes.turn, signal);
  const watched = new WeakSet<ShadowRoot>();
  const walk: Walk = {
    onHidden: opening.watch,
    onShadow: (root) => {
      if (watched.has(root)) return;
      watched.add(root);
      changes.watch(root);
      upgrades.note(root);
    },
  };

  const run = async () => {
    if (running) return;
    running = true;
    let first = known.counts().pieces === 0;
    while ((changes.any() || postponed.due()) && !signal.aborted) {
      await pause(allowance.wait(), signal);
      try {
        // Taken at the first step, not now: what changes while we wait for our turn belongs to it.
        await inSlices(catchUp(), signal, first ? undefined : allowance.spend);
      } catch (error) {
        // A page can always think of something: what could be read stays, the next change is read as usual.
        console.debug('factmark: could not read a part of this page.', error);
      }
      first = false;
    }
    running = false;
    if (signal.aborted) return;
    events.idle();
    if (await postponed.whenDue(signal)) void run();
  };

  function* catchUp(): Generator<undefined> {
    const now = changes.take();
    const doubtful = new Set<Element>();
    const own = new Set<Element>();
    const roots = new Set<Element>();
    try {
      if (now.all || now.removed.size > 0) opening.prune();
      if (now.removed.size > 0 && performance.now() - swept > SWEEP) {
        swept = performance.now();
        yield* known.sweep(doubtful);
      }
      if (now.all) for (const container of known.containers()) doubtful.add(container);
      const body = bodyOf();
      yield* now.all && body ? rootsIn(body, roots, own) : gather(now, roots, own, doubtful);
      yield* readTrees(roots, doubtful);
      for (const container of own) {
        yield undefined;
        if (!isConnected(container) || isWithin(container, roots, true)) continue;
        if (known.has(container)) doubtful.add(container);
        if (isInSkipped(container)) continue;
        if (isRendered(container)) yield* known.take(readBlocks(container, walk, true), doubtful);
        else opening.watch(container);
      }
    } finally {
      known.drop(doubtful);
    }
  }

  /** From what was noted to what is to be read: whole trees, and containers for their own text only. */
  function* gather(
    now: Changes,
    roots: Set<Element>,
    own: Set<Element>,
    doubtful: Set<Element>,
  ): Generator<undefined> {
    for (const element of now.removed) yield* known.doubt(element, doubtful);
    const readOwn = (container: Element | undefined) => {
      if (container && !own.has(container) && postponed.mayRead(container, 'own')) own.add(container);
    };
    for (const node of now.texts) {
      yield undefined;
      if (isConnected(node)) readOwn(containerOf(node));
    }
    for (const parent of now.parents) {
      yield undefined;
      const container = isConnected(parent) ? containerOf(parent) : undefined;
      if (container && known.has(container)) readOwn(container);
    }
    for (const node of now.beside) {
      yield undefined;
      if (isConnected(node) && flows(node)) readOwn(containerOf(node));
    }
    const turned = new Set<Element>();
    for (const element of now.turned)
      if (isConnected(element) && postponed.mayRead(element, 'tree')) turned.add(element);
    for (const [element, kind] of postponed.take()) (kind === 'own' ? own : turned).add(element);
    for (const element of turned) {
      yield* known.doubt(element, doubtful);
      // As a block it parts the text around it, skipped or not rendered it does not.
      const parent = flatParent(element);
      const container = parent && containerOf(parent);
      if (container && known.has(container)) own.add(container);
    }
    for (const element of [...turned, ...now.added]) {
      yield undefined;
      if (!isConnected(element) || isInSkipped(element)) continue;
      if (isRendered(element)) yield* rootsIn(element, roots, own);
      else opening.watch(element);
    }
    for (const root of roots) if (isWithin(root, roots, false)) roots.delete(root);
  }

  function* readTrees(roots: ReadonlySet<Element>, doubtful: Set<Element>): Generator<undefined> {
    const read = new Set<Element>();
    const done = (element: Element) => read.has(element);
    for (const root of yield* readingOrder(roots)) {
      if (!isConnected(root)) continue;
      yield* known.take(readBlocks(root, read.size > 0 ? { ...walk, done } : walk), doubtful);
      read.add(root);
      upgrades.note(root);
      yield undefined;
    }
  }

  /**
   * The blocks to read for a rendered element: itself, or when it is inline the blocks inside it (custom elements are
   * inline unless told otherwise); its own inline text then belongs to the container around it.
   */
  function* rootsIn(element: Element, roots: Set<Element>, own: Set<Element>): Generator<undefined> {
    const stack = [element];
    for (let at = stack.pop(); at; at = stack.pop()) {
      yield undefined;
      if (at !== element && isSkipped(at)) continue;
      const style = getComputedStyle(at);
      if (style.display === 'none') opening.watch(at);
      else if (flowOf(at, style) === 'unseen') continue;
      else if (at === bodyOf() || !isInline(at, style)) roots.add(at);
      else {
        const container = at === element ? containerOf(at) : undefined;
        if (container) own.add(container);
        const shadow = shadowRootOf(at);
        if (shadow) walk.onShadow(shadow);
        for (const child of flatChildren(at)) stack.push(child);
      }
    }
  }

  changes.watch(document);
  signal.addEventListener('abort', () => {
    opening.stop();
    postponed.clear();
    known.clear();
  });
  void run();
  return {
    release: known.release,
    again: () => {
      known.again();
      changes.all();
    },
    held: () => ({
      ...known.counts(),
      busy: running,
      noted: changes.size(),
      postponed: postponed.size(),
      closed: opening.size(),
      undefinedHosts: upgrades.size(),
    }),
  };
}

/** Is there text beside a place where a child went, which may now be joined with other text? */
function flows(node: Node): boolean {
  for (let at: Node | null = node, n = 0; at && n < 8; at = previousSibling(at), n++) {
    if (at instanceof Element) return isInline(at, getComputedStyle(at));
    if (at instanceof Text && at.data.trim() !== '') return true;
  }
  return false;
}
