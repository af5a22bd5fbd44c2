/** A short message over a page about what the reader has just chosen, with a way back. Its owner places and ends it. */
import { Undo2, X } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import { direction, locale, say } from '../lib/words';
import { Icon } from './Icon';

export interface NoticeProps {
  readonly text: string;
  /** Takes the choice back; without it there is nothing (left) to take back. */
  readonly onUndo?: (() => void) | undefined;
  readonly onClose: () => void;
}

export function Notice({ text, onUndo, onClose }: NoticeProps) {
  const words = useId();
  // A live region is read out when words come into it, not when it comes with words in it.
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(text), [text]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Escape from the buttons in it
    <div
      class="notice"
      lang={locale()}
      dir={direction()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p id={words} role="status">
        {said}
      </p>
      {onUndo && (
        <button type="button" class="notice-undo" aria-describedby={words} onClick={onUndo}>
          <Icon node={Undo2} size={16} />
          {say('card_undo')}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={say('card_notice_close')} onClick={onClose}>
        <Icon node={X} size={16} />
      </button>
    </div>
  );
}
