/** On or off, at once. The whole row is the control. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  readonly label: ComponentChildren;
  readonly description?: ComponentChildren;
  readonly checked: boolean;
  /** It can't be changed here; why is said beside it. It stays in the focus order, so that it can be read. */
  readonly locked?: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, description, checked, locked = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={checked}
      aria-labelledby={`${id}-label`}
      aria-describedby={description ? `${id}-description` : undefined}
      aria-disabled={locked || undefined}
      onClick={() => !locked && onChange(!checked)}
    >
      <span class="switch-words">
        <span id={`${id}-label`} class="switch-label">
          {label}
        </span>
        {description && (
          <span id={`${id}-description`} class="switch-description">
            {description}
          </span>
        )}
      </span>
      <span class="switch-track" aria-hidden="true">
        <span class="switch-thumb" />
      </span>
    </button>
  );
}
