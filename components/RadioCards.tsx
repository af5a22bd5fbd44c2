/** One of a few, each shown as a card with a drawing of what it looks like. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface RadioCard<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly description: string;
  readonly drawing: ComponentChildren;
}

export interface RadioCardsProps<T extends string> {
  readonly legend: string;
  readonly options: readonly RadioCard<T>[];
  readonly value: T;
  /** It can't be changed here. */
  readonly locked?: boolean;
  readonly onChange: (value: T) => void;
}

export function RadioCards<T extends string>({
  legend,
  options,
  value,
  locked = false,
  onChange,
}: RadioCardsProps<T>) {
  const name = useId();
  return (
    <fieldset class="radio-cards" disabled={locked}>
      <legend class="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="radio-card">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span class="radio-drawing">{option.drawing}</span>
          <span class="radio-label">{option.label}</span>
          <span class="radio-description">{option.description}</span>
        </label>
      ))}
    </fieldset>
  );
}
