/** How to reach Factmark: its button in the toolbar, and the keys. */
import { useEffect, useState } from 'preact/hooks';
import { PinDrawing } from '../../components/PinDrawing';
import { browser } from '../../lib/browser';
import { PIN_WORDS } from '../../lib/browser/differences';
import { hasToolbar, openShortcuts } from '../../lib/browser/places';
import { say } from '../../lib/words';
import { keys } from '../options/keys';

export function AtHand() {
  const pinned = useFresh(isPinned);
  const commands = useFresh(keys) ?? [];
  return (
    <section class="hand" aria-labelledby="hand-title">
      <h2 id="hand-title">{say('welcome_hand')}</h2>
      <div class="hands">
        <div class="pin">
          {hasToolbar() && <PinDrawing />}
          <div>
            <h3>{say(hasToolbar() ? 'welcome_pin' : 'welcome_menu')}</h3>
            <p>{say(hasToolbar() ? (pinned ? 'welcome_pinned' : PIN_WORDS) : 'welcome_menu_phone')}</p>
          </div>
        </div>
        {commands.length > 0 && (
          <div class="keys">
            <h3>{say('welcome_keys')}</h3>
            <dl>
              {commands.map(({ name, description, shortcut }) => (
                <div key={name}>
                  <dt>{description || say('welcome_key_open')}</dt>
                  <dd>{shortcut ? <Keys shortcut={shortcut} /> : say('welcome_key_none')}</dd>
                </div>
              ))}
            </dl>
            <button type="button" class="button quiet" onClick={() => void openShortcuts()}>
              {say('welcome_keys_change')}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

/** “Alt+Shift+F” as three keys; a Mac writes signs without a plus. */
function Keys({ shortcut }: { shortcut: string }) {
  const parts = shortcut.split('+');
  return (
    <span class="shortcut" dir="ltr">
      {parts.map((key, i) => (
        <>
          {i > 0 && '+'}
          <kbd>{key}</kbd>
        </>
      ))}
    </span>
  );
}

/** `true` only where the browser says so; some can't tell. */
async function isPinned(): Promise<boolean> {
  const { isOnToolbar } = await browser.action.getUserSettings();
  return isOnToolbar === true;
}

/** What `ask` answers, asked again whenever the reader comes back to the window. */
function useFresh<T>(ask: () => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    // The reader may pin it, or change a key, and come back to see.
    const look = () =>
      void ask().then(
        (now) => setAnswer(() => now),
        () => {},
      );
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [ask]);
  return answer;
}
