/** A few places of one surface, one shown at a time: tabs as ARIA describes them, reached and left with one Tab key press. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface TabsProps<T extends string> {
  readonly name: string;
  readonly places: readonly { readonly value: T; readonly label: ComponentChildren }[];
  readonly value: T;
  /** `pointed`: chosen with a pointer, so that focus may go on into the place. */
  readonly onChange: (value: T, pointed: boolean) => void;
}

/** Ids of a tab and of its panel, which the owner renders. */
export const tabId = (place: string): string => `tab-${place}`;
export const panelId = (place: string): string => `place-${place}`;

export function Tabs<T extends string>({ name, places, value, onChange }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || !list.current) return;
    event.preventDefault();
    // “Right” is where the eye sees it.
    const rtl = getComputedStyle(list.current).direction === 'rtl';
    const last = places.length - 1;
    const at = places.findIndex((place) => place.value === value);
    const to = at + (Number.isFinite(step) && rtl ? -step : step);
    const next =
      places[
        to < 0 ? (Number.isFinite(step) ? last : 0) : to > last ? (Number.isFinite(step) ? 0 : last) : to
      ];
    if (!next) return;
    onChange(next.value, false);
    list.current.querySelector<HTMLElement>(`#${tabId(next.value)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={name} ref={list} onKeyDown={onKeyDown}>
      {places.map((place) => (
        <button
          key={place.value}
          type="button"
          role="tab"
          id={tabId(place.value)}
          aria-selected={place.value === value}
          aria-controls={panelId(place.value)}
          tabIndex={place.value === value ? 0 : -1}
          onClick={(event) => onChange(place.value, event.detail > 0)}
        >
          {place.label}
        </button>
      ))}
    </div>
  );
}
