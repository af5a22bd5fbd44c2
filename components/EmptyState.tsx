/** A page with nothing to list: what that means, in a drawing and a few words, and what can be done. */
import type { ComponentChildren } from 'preact';
import { Drawing, type Scene } from './Drawing';

export interface EmptyStateProps {
  readonly scene: Scene;
  readonly title: string;
  readonly text: string;
  /** `h1` where this is all there is; then it can take focus. */
  readonly heading?: 'h1' | 'h2';
  /** Buttons, if something can be done. */
  readonly children?: ComponentChildren;
}

export function EmptyState({ scene, title, text, heading: Heading = 'h2', children }: EmptyStateProps) {
  return (
    <div class="empty">
      <Drawing scene={scene} />
      <Heading {...(Heading === 'h1' ? { tabIndex: -1 } : {})}>{title}</Heading>
      <p>{text}</p>
      {children && <div class="empty-actions">{children}</div>}
    </div>
  );
}
