/**
 * What elements of a kind have in common, remembered for one walk: asking the engine for one element's style costs
 * more than reading a line of text. A kind is a tag and class under a parent of one kind, without other attributes.
 */

import { attribute, attributeCount, has, localName } from '../dom/safe';
import { type Flow, flowOf } from './flow';
import { dependsOnPlace, isSilent, isSkipped, isSkippedKind } from './skip';

export interface Kind {
  readonly tag: string;
  /** Is it nothing at all for a reader, not even a gap? */
  readonly silent: boolean;
  readonly flow: Flow;
  readonly skipped: boolean;
  /** Does it stand beside the story? */
  readonly aside: boolean;
  /** Kinds of the elements directly inside, by class, else by tag. */
  readonly inside: Map<string, Remembered>;
}

interface Remembered extends Kind {
  flow: Flow;
  readonly className: string | null;
  /** Is each to be looked at, whatever those before were? */
  readonly single: boolean;
  /** How many were met. */
  met: number;
  /** Can the next one be taken to be like those before? */
  trusted: boolean;
}

/**
 * So many of a kind are looked at before the rest are taken to be like them, then the 8th, 16th, 32nd and so on, and
 * each 64th: rules like `li:nth-child(n + 9)` tell elements of a kind apart, and one that differs ends the guessing.
 */
const LOOKED_AT = 4;
const LOOK_AGAIN = 64;
const isLookedAt = (n: number): boolean => n <= LOOKED_AT || (n & (n - 1)) === 0 || n % LOOK_AGAIN === 0;
/** What would be left out is looked at each time: text read in vain is not shown, text left out is lost. */
const NEVER_GUESSED: ReadonlySet<Flow> = new Set(['none', 'unseen', 'faint']);

/** A kind of its own, for a place where nothing is known of what is inside. */
export const newKind = (flow: Flow, tag: string): Kind => ({
  tag,
  silent: false,
  flow,
  skipped: false,
  aside: false,
  inside: new Map(),
});

/** The kind of `element`, which stands in one of kind `parent`. A `<br>` and what is silent are of no flow. */
export function kindOf(element: Element, parent: Kind): Kind {
  const tag = localName(element);
  const attributes = attributeCount(element);
  const className = attributes === 0 ? null : attribute(element, 'class');
  const like = likeOf(tag, className, parent);
  if (like?.silent || (like && tag === 'br')) return like;
  const others = className === null ? attributes : attributes - 1;
  const plain = others === 0 || (others === 1 && tag === 'a' && has(element, 'href'));
  if (!plain || !like || like.single) {
    // Its attributes set it apart, but what is inside is as in its like; not so under a mere id (`#menu`, `#story`).
    const alone = className === null && attributes > 0 && has(element, 'id');
    return {
      tag,
      silent: isSilent(tag),
      flow: flowOf(element),
      skipped: isSkipped(element),
      aside: isAside(tag) || attribute(element, 'role') === 'complementary',
      inside: like && !alone ? like.inside : new Map(),
    };
  }
  like.met++;
  if (like.trusted && !isLookedAt(like.met)) return like;
  const flow = flowOf(element);
  if (like.met === 1) {
    like.flow = flow;
    like.trusted = !NEVER_GUESSED.has(flow);
  }
  if (flow === like.flow) return like;
  like.trusted = false;
  return { tag, silent: false, flow, skipped: like.skipped, aside: like.aside, inside: like.inside };
}

/** What is known of this tag and class here; undefined if the key is taken. */
function likeOf(tag: string, className: string | null, parent: Kind): Remembered | undefined {
  // Not one string of both: to put it together and hash it would cost more than all the rest.
  const key = className ?? tag;
  const known = parent.inside.get(key);
  if (known) return known.tag === tag && known.className === className ? known : undefined;
  const like: Remembered = {
    tag,
    silent: isSilent(tag),
    flow: 'block',
    skipped: isSkippedKind(tag, className),
    aside: isAside(tag),
    inside: new Map(),
    className,
    single: dependsOnPlace(tag, className),
    met: 0,
    trusted: false,
  };
  parent.inside.set(key, like);
  return like;
}

const isAside = (tag: string): boolean => tag === 'aside';
