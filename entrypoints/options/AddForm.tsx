/** A field for a host or an address, with a button that adds what was typed, and says what is wrong with it. */
import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';

export interface AddFormProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  /** Nothing can be added now. */
  readonly busy?: boolean;
  /** Takes what was typed; answers with what is wrong with it, or ''. */
  readonly onAdd: (typed: string) => string;
}

export function AddForm({ field, label, hint, button, busy = false, onAdd }: AddFormProps) {
  const id = useId();
  const [problem, setProblem] = useState('');
  return (
    <form
      class="add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = onAdd(field.current?.value ?? '');
        setProblem(wrong);
        if (wrong !== '') field.current?.focus();
      }}
    >
      <label for={`${id}-field`}>{label}</label>
      <div class="add-line">
        <input
          ref={field}
          id={`${id}-field`}
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          dir="ltr"
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-hint ${id}-problem`}
          onInput={() => setProblem('')}
        />
        <button type="submit" class="button" aria-disabled={busy}>
          {button}
        </button>
      </div>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
