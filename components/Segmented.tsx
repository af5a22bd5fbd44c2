/** One of a few, side by side, chosen with one tap. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SegmentedProps<T extends string> {
  readonly legend: string;
  readonly options: readonly {
    readonly value: T;
    readonly label: ComponentChildren;
    readonly title: string;
  }[];
  /** None while it is not known. */
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
}

export function Segmented<T extends string>({ legend, options, value, onChange }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="segment" title={option.title}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
