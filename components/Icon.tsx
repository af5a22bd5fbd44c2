/** One icon of the `lucide` set, drawn from its node list. Decorative: the words beside it carry the meaning. */
import type { IconNode } from 'lucide';
import { h } from 'preact';

export function Icon({ node, size = 18 }: { node: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      // As large as the letters beside it, where the reader has made those larger.
      style={{
        inlineSize: `calc(${size} * var(--fm-unit, 1px))`,
        blockSize: `calc(${size} * var(--fm-unit, 1px))`,
      }}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {node.map(([tag, attrs], i) => h(tag, { key: i, ...attrs }))}
    </svg>
  );
}
