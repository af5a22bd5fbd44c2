/** The browser's leave to read websites, where it is missing: some readers install without it, some take it back. */
import { useEffect, useState } from 'preact/hooks';
import { askToReadAll, mayReadAll, onAccess } from '../../lib/browser/access';
import { say } from '../../lib/words';

export function Access() {
  const [allowed, setAllowed] = useState<boolean>();
  /** Was it missing when this page was opened? */
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    const look = async () => {
      const now = await mayReadAll();
      setAllowed(now);
      if (!now) setAsked(true);
    };
    onAccess(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, []);
  return (
    <>
      {allowed === false && (
        <section class="access" aria-labelledby="access-title">
          <h2 id="access-title">{say('welcome_access')}</h2>
          <p>{say('welcome_access_text')}</p>
          <button type="button" class="button primary" onClick={() => void askToReadAll()}>
            {say('welcome_access_action')}
          </button>
        </section>
      )}
      <p class="access-said" role="status">
        {asked && allowed && say('welcome_access_given')}
      </p>
    </>
  );
}
