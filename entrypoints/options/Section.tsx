/** One titled part of the settings, and the single settings in it, which a search finds one by one. */
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

export interface SettingProps {
  readonly title?: string;
  readonly what?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A setting with its own words: shown or hidden as a whole by a search (`search/useSearch.ts`). */
export function Setting({ title, what, children }: SettingProps) {
  return (
    <div class="setting" data-setting>
      {title && <h3>{title}</h3>}
      {what && <p class="what">{what}</p>}
      {children}
    </div>
  );
}
