/** Which groups are not yet watched for leaving the place they are drawn at. */
import { boxOf } from '../dom/hit';
import type { Group, Plan } from './group';

/**
 * Those of `live` that are not watched where they will be drawn, with their boxes, and all with their sizes watched by `size`;
 * `plans` are about to be drawn. Not to be asked while scrolling: it is dear.
 */
export function unfollowed(
  live: Iterable<Group>,
  plans: ReadonlyMap<Group, Plan | undefined>,
  size: (block: Element) => void,
): [Group, DOMRect][] {
  const found: [Group, DOMRect][] = [];
  for (const group of live) {
    if (!group.sized) size(group.block);
    group.sized = true;
    const plan = plans.has(group) ? plans.get(group) : group.drawn;
    if (!plan || !group.strays(plan)) continue;
    group.followed = plan;
    found.push([group, plans.has(group) ? plan.box : boxOf(group.block)]);
  }
  return found;
}
