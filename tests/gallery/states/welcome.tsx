/** The first minute. */
import { Choose } from '../../../entrypoints/welcome/Choose';
import { Never } from '../../../entrypoints/welcome/Never';
import { DEFAULTS } from '../../../lib/store/settings';
import { nothing } from '../fixtures/cards';
import type { Group } from '../state';

export const welcome: Group = {
  id: 'welcome',
  title: 'Welcome',
  about:
    'What it never does stands as large as what it does. Few choices, each with a sensible answer already in place; the page can be left at any point.',
  surface: 'welcome',
  states: [
    {
      name: 'what it never does',
      wide: true,
      show: () => (
        <div class="welcome" style={{ padding: '0' }}>
          <Never />
        </div>
      ),
    },
    {
      name: 'the choices',
      wide: true,
      show: () => (
        <div class="welcome" style={{ padding: '0' }}>
          <Choose
            choices={{
              settings: DEFAULTS,
              topics: [
                {
                  id: 'bridges',
                  title: 'Bridges of Marrow',
                  description: 'What is said of bridges, ferries and the weights they carry.',
                  from: ['Marrow Check Desk'],
                  checks: 7,
                },
              ],
              change: nothing,
              switchTopic: nothing,
            }}
          />
        </div>
      ),
    },
  ],
};
