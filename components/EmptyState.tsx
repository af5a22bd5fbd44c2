/** A page with nothing to list: what that means, in a drawing and a few words, and what can be done. */
import type { ComponentChildren } from 'preact';
import { Drawing, type Scene } from './Drawing';

export interface EmptyStateProps {
  readonly scene: Scene;
  readonly title: string;
  readonly text: string;
  /** Buttons, if something can be done. */
  readonly children?: ComponentChildren;
}

export function EmptyState({ scene, title, text, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <Drawing scene={scene} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div class="empty-actions">{children}</div>}
    </div>
  );
}
