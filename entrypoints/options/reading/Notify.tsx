/** Notifications of the browser: its permission is asked for in the click that switches them on, and given back. */
import { useState } from 'preact/hooks';
import { Switch } from '../../../components/Switch';
import { browser } from '../../../lib/browser';
import { say } from '../../../lib/words';

const PERMISSION = { permissions: ['notifications' as const] };

export interface NotifyProps {
  readonly on: boolean;
  /** Nothing can be told of what is not remembered. */
  readonly possible: boolean;
  readonly onSwitch: (on: boolean) => void;
}

export function Notify({ on, possible, onSwitch }: NotifyProps) {
  const [denied, setDenied] = useState(false);
  const change = async (wanted: boolean) => {
    // First of all: the browser asks only in the reader's click.
    const allowed = wanted && (await browser.permissions.request(PERMISSION).catch(() => false));
    setDenied(wanted && !allowed);
    if (wanted && !allowed) return;
    onSwitch(wanted);
    if (!wanted) await browser.permissions.remove(PERMISSION).catch(() => false);
  };
  return (
    <li class="row" data-setting>
      <div class="grow">
        <Switch
          label={say('options_notify')}
          description={possible ? say('options_notify_what') : say('options_notify_needs')}
          checked={on}
          locked={!possible}
          onChange={(wanted) => void change(wanted)}
        />
        <p class="problem" role="alert">
          {denied && say('options_notify_denied')}
        </p>
      </div>
    </li>
  );
}
