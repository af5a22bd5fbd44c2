/**
 * What elements of a kind have in common, remembered for one walk: asking the engine for one element's style costs
 * more than reading a line of text. A kind is a tag and class under a parent of one kind, without other attributes.
 */

import { attribute, attributeCount, has } from '../dom/safe';
import { type Flow, flowOf } from './flow';
import { dependsOnPlace, isSkipped, isSkippedKind } from './skip';

export interface Kind {
  readonly flow: Flow;
  readonly skipped: boolean;
  /** Kinds of the elements directly inside, by class, else by tag. */
  readonly inside: Map<string, Remembered>;
}

interface Remembered extends Kind {
  flow: Flow;
  readonly tag: string;
  readonly className: string | null;
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

export const newKind = (flow: Flow, skipped: boolean, inside: Kind['inside'] = new Map()): Kind => ({
  flow,
  skipped,
  inside,
});

/** The kind of `element`, which has this `tag` and stands in one of kind `parent`. */
export function kindOf(element: Element, tag: string, parent: Kind): Kind {
  const attributes = attributeCount(element);
  const className = attributes === 0 ? null : attribute(element, 'class');
  const like = likeOf(tag, className, parent);
  const plain =
    attributes === 0 ? 0 : (className === null ? 0 : 1) + (tag === 'a' && has(element, 'href') ? 1 : 0);
  if (attributes > plain || !like || dependsOnPlace(tag, className)) {
    // Its attributes set it apart, but what is inside is as in its like; not so under a mere id (`#menu`, `#story`).
    const alone = className === null && attributes > 0 && has(element, 'id');
    return newKind(flowOf(element), isSkipped(element), alone ? undefined : like?.inside);
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
  return newKind(flow, like.skipped, like.inside);
}

/** What is known of this tag and class here; undefined if the key is taken. */
function likeOf(tag: string, className: string | null, parent: Kind): Remembered | undefined {
  // Not one string of both: to put it together and hash it would cost more than all the rest.
  const key = className ?? tag;
  const known = parent.inside.get(key);
  if (known) return known.tag === tag && known.className === className ? known : undefined;
  const skipped = isSkippedKind(tag, className);
  const like: Remembered = {
    flow: 'block',
    skipped,
    inside: new Map(),
    tag,
    className,
    met: 0,
    trusted: false,
  };
  parent.inside.set(key, like);
  return like;
}
