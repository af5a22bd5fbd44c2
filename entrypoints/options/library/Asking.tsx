/** Before a host is asked for the first time: what happens, what the host learns, how often; and the reader's yes or no. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { SCHEDULES, type Schedule } from '../../../lib/store/source';
import { say } from '../../../lib/words';
import { hostIn } from '../hosts/origins';
import { askFor, isAllowed } from '../hosts/permission';

export interface AskingProps {
  readonly address: string;
  /** The reader agreed, and the browser lets us reach the host. */
  readonly onYes: (schedule: Schedule) => void;
  readonly onNo: () => void;
}

export function Asking({ address, onYes, onNo }: AskingProps) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [schedule, setSchedule] = useState<Schedule>('weekly');
  const [withheld, setWithheld] = useState(false);
  const [denied, setDenied] = useState(false);
  const host = hostIn(address);
  useEffect(() => {
    setDenied(false);
    title.current?.focus();
    let wanted = true;
    void isAllowed(address).then((allowed) => wanted && setWithheld(!allowed));
    return () => {
      wanted = false;
    };
  }, [address]);
  const agree = () => {
    void askFor(address).then((allowed) => {
      setDenied(!allowed);
      if (allowed) onYes(schedule);
    });
  };
  return (
    <section class="ask" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} ref={title} tabIndex={-1}>
        {say('library_ask_title', host)}
      </h3>
      <p class="ask-address" dir="ltr">
        {address}
      </p>
      <p>
        {say(`library_ask_${schedule}`, host)} {say('library_ask_learns', host)}
      </p>
      {address.startsWith('http:') && <p>{say('library_ask_plain')}</p>}
      {withheld && !denied && <p>{say('library_ask_withheld', host)}</p>}
      <p class="problem" role="alert">
        {denied && say('library_ask_denied', host)}
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={agree}>
          {say('library_ask_yes', host)}
        </button>
        <button type="button" class="button" onClick={onNo}>
          {say('library_ask_no')}
        </button>
        <Often value={schedule} label={say('library_often')} onChange={setSchedule} />
      </div>
    </section>
  );
}

export interface OftenProps {
  readonly value: Schedule;
  readonly label: string;
  /** Said instead of `label` to those who don't see what it stands beside. */
  readonly spoken?: string;
  readonly onChange: (schedule: Schedule) => void;
}

/** How often a source is updated. */
export function Often({ value, label, spoken, onChange }: OftenProps) {
  return (
    <label class="often">
      <span>{label}</span>
      <select
        {...(spoken === undefined ? {} : { 'aria-label': spoken })}
        onChange={(event) => {
          const chosen = SCHEDULES.find((s) => s === event.currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {SCHEDULES.map((schedule) => (
          <option key={schedule} value={schedule} selected={schedule === value}>
            {say(`library_schedule_${schedule}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
