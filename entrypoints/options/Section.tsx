/** One titled piece of the settings. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SectionProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

export function Section({ title, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        {lead && <p>{lead}</p>}
      </div>
      <div class="section-body">{children}</div>
    </section>
  );
}
