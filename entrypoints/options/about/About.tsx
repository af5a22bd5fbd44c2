/** What this is: version, library, licences, where mistakes are told, and a report for those who mend it. */
import { browser } from '../../../lib/browser';
import { say, sayCount } from '../../../lib/words';
import { Section, Setting } from '../Section';
import type { LibraryView } from '../useSettings';
import { Diagnostics } from './Diagnostics';

/** Made with the extension (`.ci/licences.ts`). */
const LICENCES = '/licences.txt';

export function About({ library }: { library: LibraryView }) {
  const reviews = library.sources.reduce((n, { current }) => n + current.reviews, 0);
  const full = sayCount('options_about_full', library.checks);
  return (
    <Section title={say('options_about')}>
      <Setting>
        <dl class="facts">
          <div>
            <dt>{say('options_about_version')}</dt>
            <dd>{browser.runtime.getManifest().version}</dd>
          </div>
          <div>
            <dt>{say('options_about_library')}</dt>
            <dd>
              {reviews === 0
                ? full
                : say('options_about_library_value', full, sayCount('options_about_bare', reviews))}
            </dd>
          </div>
          <div>
            <dt>{say('options_about_licence')}</dt>
            <dd>
              {say('options_about_licence_value')}{' '}
              <a href={LICENCES} target="_blank" rel="noreferrer">
                {say('options_about_others')}
              </a>
            </dd>
          </div>
          <div>
            <dt>{say('options_about_corrections')}</dt>
            <dd>{say('options_about_corrections_what')}</dd>
          </div>
        </dl>
      </Setting>
      <Diagnostics />
    </Section>
  );
}
