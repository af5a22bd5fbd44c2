/** A badge that has the focus keeps it when its text goes out of sight; it is taken away once the focus goes on. */
import type { Group } from './group';

/** Is the focus of `root` in a badge of `group`? */
export const hasFocus = (group: Group, root: ShadowRoot): boolean =>
  group.keyOf(root.activeElement) !== undefined;

/** Calls `onLeft` with the group among `groups` whose badge has lost the focus, if its text is out of sight. */
export function watchFocus(
  root: ShadowRoot,
  groups: () => Iterable<Group>,
  onLeft: (group: Group) => void,
  signal: AbortSignal,
): void {
  const left = ({ target, relatedTarget }: FocusEvent) => {
    const group = [...groups()].find((each) => each.keyOf(target) !== undefined);
    // It goes on to another badge of the same text.
    if (group?.keyOf(relatedTarget) !== undefined) return;
    // Chromium tells it in the midst of a removal, also of ours: what is being removed can't be removed again.
    queueMicrotask(() => {
      if (group && !group.near && !signal.aborted && !hasFocus(group, root)) onLeft(group);
    });
  };
  root.addEventListener('focusout', (event) => left(event as FocusEvent), { signal });
}
