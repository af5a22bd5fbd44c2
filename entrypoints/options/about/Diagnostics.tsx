/** The report for a bug: shown before it is copied, and never sent. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { panel } from '../../../lib/messages/client';
import { say } from '../../../lib/words';
import { Setting } from '../Section';

export function Diagnostics() {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState(false);
  const [addresses, setAddresses] = useState(false);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!shown) return;
    let wanted = true;
    setSaid('');
    panel.diagnostics({ addresses }).then(
      (report) => wanted && setText(report),
      () => wanted && setText(say('options_lost_text')),
    );
    return () => {
      wanted = false;
    };
  }, [shown, addresses]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(say('options_diagnostics_copied'));
    } catch {
      area.current?.select();
      setSaid(say('options_diagnostics_failed'));
    }
  };
  return (
    <Setting title={say('options_diagnostics')} what={say('options_diagnostics_what')}>
      <div class="actions">
        <button type="button" class="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? say('options_diagnostics_hide') : say('options_diagnostics_show')}
        </button>
      </div>
      {shown && (
        <>
          <label class="check">
            <input
              type="checkbox"
              checked={addresses}
              onChange={(event) => setAddresses(event.currentTarget.checked)}
            />
            {say('options_diagnostics_addresses')}
          </label>
          <label class="visually-hidden" for={id}>
            {say('options_diagnostics_text')}
          </label>
          <textarea
            ref={area}
            id={id}
            class="report"
            readOnly
            spellcheck={false}
            dir="ltr"
            rows={14}
            value={text}
          />
          <div class="actions">
            <button type="button" class="button" onClick={() => void copy()}>
              {say('options_diagnostics_copy')}
            </button>
            <p class="done" role="status">
              {said}
            </p>
          </div>
        </>
      )}
    </Setting>
  );
}
