/** A part that is made only when it is opened: lists of a thousand publishers cost nothing until then. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface FoldProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Fold({ title, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}
