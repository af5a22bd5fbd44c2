/** Back to how it was after installing: the reader says what else is to go, and confirms it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { panel } from '../../../lib/messages/client';
import { say } from '../../../lib/words';
import { originOf } from '../hosts/origins';
import { giveBack } from '../hosts/permission';
import { Setting } from '../Section';

const ALSO = ['sources', 'opened', 'receipt'] as const;
type Also = Record<(typeof ALSO)[number], boolean>;
const NOTHING: Also = { sources: false, opened: false, receipt: false };

/** The hosts that sources come from. */
const hostsInUse = async (): Promise<readonly string[]> =>
  (await panel.library()).sources.flatMap(({ address }) =>
    address === undefined ? [] : [originOf(address)],
  );

export function Resetting({ onChange }: { onChange: () => void }) {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState({ text: '', bad: false });
  const button = useRef<HTMLButtonElement>(null);
  const end = () => {
    setAsking(false);
    button.current?.focus();
  };
  const reset = async (also: Also) => {
    let hosts: readonly string[] = [];
    try {
      if (also.sources) hosts = await hostsInUse();
      await panel.reset(also);
      setSaid({ text: say('options_reset_done'), bad: false });
    } catch {
      setSaid({ text: say('options_failed'), bad: true });
    } finally {
      // Also where not all was reset: what is still asked stays reachable.
      const left = await hostsInUse().catch(() => hosts);
      await giveBack(hosts.filter((host) => !left.includes(host)));
    }
    onChange();
    end();
  };
  return (
    <Setting title={say('options_reset')} what={say('options_reset_what')}>
      <div class="actions">
        <button
          ref={button}
          type="button"
          class="button"
          aria-expanded={asking}
          onClick={() => {
            setSaid({ text: '', bad: false });
            setAsking(!asking);
          }}
        >
          {say('options_reset_go')}
        </button>
      </div>
      {asking && <Confirm onYes={(also) => void reset(also)} onNo={end} />}
      <p class={said.bad ? 'problem' : 'done'} role="status">
        {said.text}
      </p>
    </Setting>
  );
}

function Confirm({ onYes, onNo }: { onYes: (also: Also) => void; onNo: () => void }) {
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  const [also, setAlso] = useState(NOTHING);
  useEffect(() => no.current?.focus(), []);
  return (
    <section class="ask" aria-labelledby={`${id}-title`} aria-describedby={`${id}-warn`}>
      <h4 id={`${id}-title`}>{say('options_reset_title')}</h4>
      <p id={`${id}-warn`}>{say('options_reset_warn')}</p>
      <fieldset class="also">
        <legend>{say('options_reset_too')}</legend>
        {ALSO.map((what) => (
          <label key={what} class="check">
            <input
              type="checkbox"
              checked={also[what]}
              onChange={(event) => setAlso({ ...also, [what]: event.currentTarget.checked })}
            />
            {say(`options_reset_${what}`)}
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <button type="button" class="button danger" onClick={() => onYes(also)}>
          {say('options_reset_yes')}
        </button>
        <button ref={no} type="button" class="button" onClick={onNo}>
          {say('options_reset_no')}
        </button>
      </div>
    </section>
  );
}
