/** Before a host is asked for the first time: what happens, what the host learns, how often; and the reader's yes or no. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { SCHEDULES, type Schedule } from '../../../lib/store/source';
import { hostIn } from '../hosts/origins';
import { askFor, isAllowed } from '../hosts/permission';
import { WORDS } from './words';

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
        {WORDS.asking.title(host)}
      </h3>
      <p class="ask-address" dir="ltr">
        {address}
      </p>
      <p>{WORDS.asking.text(host, schedule)}</p>
      {address.startsWith('http:') && <p>{WORDS.asking.plain}</p>}
      {withheld && !denied && <p>{WORDS.asking.withheld(host)}</p>}
      <p class="problem" role="alert">
        {denied && WORDS.asking.denied(host)}
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={agree}>
          {WORDS.asking.yes(host)}
        </button>
        <button type="button" class="button" onClick={onNo}>
          {WORDS.asking.no}
        </button>
        <Often value={schedule} label={WORDS.often} onChange={setSchedule} />
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
            {WORDS.schedules[schedule]}
          </option>
        ))}
      </select>
    </label>
  );
}
