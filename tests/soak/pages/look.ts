/**
 * Looks at a page as a content script would, and compares its marks with what was planted: the slow and plain way, which
 * shares no code with the reader. `looking` is written out and evaluated there.
 */
import type { Plant } from './plot';

/** Why a claim that is to be marked has no badge, where a reader would understand it. */
export type Excuse =
  | 'out of view'
  | 'hidden page'
  | 'not rendered'
  | 'covered'
  | 'underlined only'
  | 'page broke off';

export interface Seen {
  readonly badges: number;
  /** Claims that are to be marked, and are. */
  readonly marked: number;
  /** Number of the plant, and why it is not marked; '': for no reason. */
  readonly missing: readonly (readonly [id: number, why: Excuse | ''])[];
  /** Badges where none is to be. */
  readonly strays: readonly string[];
  /** A second badge for the same words. */
  readonly doubles: readonly string[];
  /** Elements of ours in one document beyond the first. */
  readonly hosts: number;
  /** Milliseconds until all was as it is to be, or given up. */
  readonly took: number;
  readonly state: string;
}

export interface LookOptions {
  /** Path of the page that is to be looked at. */
  readonly path: string;
  readonly plants: readonly Plant[];
  /**
   * Milliseconds after which, and after 400 frames, what is missing is missing; and from when all is right until it is
   * believed.
   */
  readonly patience: number;
  readonly settle: number;
  readonly free: boolean;
}

type Open = (element: Element) => ShadowRoot | null;

async function looking(view: Window, open: Open, options: LookOptions): Promise<Seen | undefined> {
  const { prototype } = Element;
  const all = (of: Document | ShadowRoot, selector: string): Element[] => {
    const found: Element[] = [];
    const from = (of.nodeType === 9 ? Document : DocumentFragment).prototype.querySelectorAll;
    found.push(...Array.from(from.call(of, selector)));
    for (const host of Array.from(from.call(of, '[data-root]'))) {
      const root = open(host);
      if (root) found.push(...all(root, selector));
    }
    return found;
  };
  const documents = (of: Document): Document[] => {
    const found = [of];
    for (const frame of all(of, 'iframe, frame')) {
      const inner = (frame as HTMLIFrameElement).contentDocument;
      if (inner?.documentElement) found.push(...documents(inner));
    }
    return found;
  };
  const attribute = (of: Element, name: string) => prototype.getAttribute.call(of, name);
  const box = (of: Element) => prototype.getBoundingClientRect.call(of);
  const NOT_SAID = 'rt, rp, script, style, noscript, template, textarea, title, select';
  /** A sentence as it is read in an element, and its last letter. */
  const find = (plant: Element, said: string): { letter: Range; whole: Range } | undefined => {
    const document = plant.ownerDocument;
    const walk = Document.prototype.createTreeWalker.call(document, plant, NodeFilter.SHOW_TEXT);
    const at: [Text, number][] = [];
    let text = '';
    while (walk.nextNode()) {
      const node = walk.currentNode as Text;
      if (node.parentElement && prototype.closest.call(node.parentElement, NOT_SAID)) continue;
      for (let i = 0; i < node.data.length; i++) {
        const letter = node.data[i] as string;
        if (letter === '\u00ad' || letter === '\u200b') continue;
        const blank = /\s/.test(letter);
        if (blank && (text === '' || text.endsWith(' '))) continue;
        text += blank ? ' ' : letter;
        at.push([node, i]);
      }
    }
    const from = text.indexOf(said);
    const first = at[from];
    const last = from < 0 ? undefined : at[from + said.length - 1];
    if (!first || !last) return undefined;
    const [letter, whole] = [last, first].map(([node, i]) => {
      const range = Document.prototype.createRange.call(document);
      range.setStart(node, i);
      range.setEnd(last[0], last[1] + 1);
      return range;
    }) as [Range, Range];
    return { letter, whole };
  };
  /** The middle of the line on which a sentence ends, as far as the sentence is on it. */
  const middleOf = (whole: Range, end: DOMRect): number => {
    const line = Array.from(Range.prototype.getClientRects.call(whole)).filter(
      (rect) => rect.top < end.bottom && rect.bottom > end.top,
    );
    return (Math.min(...line.map(({ left }) => left)) + Math.max(...line.map(({ right }) => right))) / 2;
  };
  const distance = (a: DOMRect, b: DOMRect) =>
    Math.hypot(
      Math.max(a.left - b.right, b.left - a.right, 0),
      Math.max(a.top - b.bottom, b.top - a.bottom, 0),
    );
  const isBroken = (document: Document, id: number) =>
    attribute(document.documentElement, 'data-broken')?.split(' ').includes(String(id)) === true;
  const NEAR = 26;
  /** Is a point of a window to be seen, through all frames around it? */
  const isInView = (window: Window, x: number, y: number): boolean => {
    // Without the scroll bars, which `innerWidth` and `innerHeight` include: under those nothing is seen.
    const { width, height } = window.visualViewport ?? {
      width: window.innerWidth,
      height: window.innerHeight,
    };
    if (x < 1 || y < 1 || x > width - 1 || y > height - 1) return false;
    const { frameElement } = window;
    if (!frameElement) return true;
    const { left, top } = box(frameElement);
    return isInView(window.parent, left + x, top + y);
  };

  const look = (): Omit<Seen, 'took' | 'state'> => {
    const missing: [number, Excuse | ''][] = [];
    const strays: string[] = [];
    const doubles: string[] = [];
    let [badges, marked, hosts] = [0, 0, 0];
    for (const document of documents(view.document)) {
      const window = document.defaultView ?? view;
      const ours = all(document, 'factmark-overlay');
      const roots = ours.map(open).filter((root) => root !== null);
      hosts += Math.max(0, roots.length - 1);
      const drawn = roots
        .flatMap((root) =>
          Array.from(root.querySelectorAll<HTMLElement>('.badge'), (badge) => ({ badge, at: box(badge) })),
        )
        .filter(({ at }) => at.width > 0);
      badges += drawn.length;
      const claims = all(document, '[data-plant]').flatMap((element) => {
        const planted = options.plants.find(({ id }) => String(id) === attribute(element, 'data-plant'));
        // What a broken step was to hide or to show may be either by now.
        const plant =
          planted && isBroken(document, planted.id) && planted.want === 'bare'
            ? { ...planted, want: 'either' as const }
            : planted;
        const found = plant && find(element, plant.text);
        if (!plant || !found) return [];
        const rects = Range.prototype.getClientRects.call(found.letter);
        return [{ element, plant, at: rects[rects.length - 1], whole: found.whole, free: true }];
      });
      const pairs = drawn.flatMap(({ badge, at }) =>
        claims.flatMap((claim) => {
          if (!claim.at || claim.plant.check !== badge.dataset.check || claim.plant.want === 'bare')
            return [];
          const far = distance(at, claim.at);
          return far <= NEAR ? [{ badge, claim, far }] : [];
        }),
      );
      const used = new Set<Element>();
      for (const { badge, claim } of pairs.sort((a, b) => a.far - b.far)) {
        if (used.has(badge) || !claim.free) continue;
        used.add(badge);
        claim.free = false;
        if (claim.plant.want === 'marked') marked++;
      }
      for (const { badge, at } of drawn) {
        // Out of view it can't be asked what is covered, and nobody sees it.
        if (used.has(badge) || !isInView(window, (at.left + at.right) / 2, (at.top + at.bottom) / 2))
          continue;
        const name = `${badge.dataset.check} at ${Math.round(at.x)},${Math.round(at.y)}: ${badge.dataset.text}`;
        (pairs.some((pair) => pair.badge === badge) ? doubles : strays).push(name);
      }
      for (const { element, plant, at, whole, free } of claims) {
        if (!free || plant.want !== 'marked' || options.free) continue;
        const [x, y] = [at ? (at.left + at.right) / 2 : 0, at ? (at.top + at.bottom) / 2 : 0];
        let why: Excuse | '' = '';
        const isVisible = prototype.checkVisibility.call(element, {
          opacityProperty: true,
          visibilityProperty: true,
        });
        if (view.document.visibilityState === 'hidden') why = 'hidden page';
        else if (!at || at.width < 0.5 || at.height < 0.5 || !isVisible) why = 'not rendered';
        else if (!isInView(window, x, y)) why = 'out of view';
        else {
          const root = element.getRootNode() as Document | ShadowRoot;
          const from = (root.nodeType === 9 ? Document : ShadowRoot).prototype.elementsFromPoint;
          const isCovered = (x: number) => {
            const top = from.call(root, x, y).find((e: Element) => e.localName !== 'factmark-overlay');
            return !top || !(element.contains(top) || top.contains(element));
          };
          // A line that is covered gets no mark, though its last letter be seen: it is asked in its middle
          // (docs/developers/pages.md, “Marking”). So it is where a dialog stands over the midst of a sentence.
          if (isCovered(x) || isCovered(middleOf(whole, at))) why = 'covered';
          else if (
            roots.some((host) =>
              Array.from(host.querySelectorAll('.underline')).some((line) => distance(box(line), at) < 4),
            )
          )
            why = 'underlined only';
          else if (isBroken(document, plant.id)) why = 'page broke off';
        }
        missing.push([plant.id, why]);
      }
    }
    return { badges, marked, missing, strays, doubles, hosts };
  };

  // It was left, or is not there yet.
  if (view.location.pathname !== options.path || view.document.readyState === 'loading') return undefined;
  const started = performance.now();
  /** On a busy machine seconds say nothing; frames do. */
  let frames = 0;
  const count = () => {
    frames++;
    view.requestAnimationFrame(count);
  };
  view.requestAnimationFrame(count);
  let right = 0;
  for (;;) {
    const state = attribute(view.document.documentElement, 'data-steps') ?? '';
    const now = look();
    const took = performance.now() - started;
    const isRight =
      state !== 'busy' &&
      now.strays.length + now.doubles.length + now.hosts === 0 &&
      now.missing.every(([, why]) => why !== '' && why !== 'underlined only');
    if (!isRight) right = 0;
    else if (right === 0) right = took;
    if (
      (isRight && took - right >= options.settle) ||
      (took > options.patience && (frames > 400 || took > 9 * options.patience))
    )
      return { ...now, took: right || took, state: `${state} ${view.document.visibilityState} ${frames}` };
    // Looking costs the page time in which it would be marked.
    await new Promise((done) =>
      view.setTimeout(done, isRight ? options.settle : Math.min(200, 15 + took / 10)),
    );
  }
}

/**
 * An expression that looks, as JSON; `null` if the page is another than it should be. Where it is evaluated, `view` is an expression for the page's window, and `open` one
 * for a function that opens any shadow root.
 */
export const lookExpression = (view: string, open: string, options: LookOptions): string =>
  // What the tool that runs TypeScript here puts into functions.
  `(() => { const __name = (f) => f; return (${looking})(${view}, ${open}, ${JSON.stringify(options)}).then((seen) => JSON.stringify(seen ?? null)); })()`;
