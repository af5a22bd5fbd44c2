/** The welcome: what Factmark does, on a text that can be tried; what it never does; the first choices. One page, one minute. */
import { Logo } from '../../components/Logo';
import { Say } from '../../components/Say';
import { browser } from '../../lib/browser';
import { DEFAULTS } from '../../lib/store/settings';
import { say } from '../../lib/words';
import { Access } from './Access';
import { AtHand } from './AtHand';
import { Choose } from './Choose';
import { Never } from './Never';
import { TryIt } from './TryIt';
import { useChoices } from './useChoices';

export function App() {
  const { choices, failed } = useChoices();
  return (
    <main class="welcome">
      <header class="hero">
        <Logo size={48} />
        <div>
          <h1>{say('welcome_title')}</h1>
          <p>{say('welcome_lead')}</p>
        </div>
      </header>
      <Access />
      <div class="first">
        <TryIt look={choices?.settings ?? DEFAULTS} />
        <Never />
      </div>
      <Choose choices={choices} />
      <AtHand />
      <footer class="foot">
        <p class="failed" role="alert">
          {failed && say('welcome_failed')}
        </p>
        <button type="button" class="button primary" onClick={() => void close()}>
          {say('welcome_done')}
        </button>
        <p class="hint">
          <Say of="welcome_later" values={[<a href="/options.html">{say('welcome_settings')}</a>]} />
        </p>
      </footer>
    </main>
  );
}

async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
