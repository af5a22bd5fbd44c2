/** What Factmark never does. */

import type { IconNode } from 'lucide';
import { CircleHelp, Scale, ShieldCheck, UserX } from 'lucide';
import { Icon } from '../../components/Icon';
import { say, type WordKey } from '../../lib/words';

const PROMISES: readonly (readonly [icon: IconNode, title: WordKey, text: WordKey])[] = [
  [ShieldCheck, 'welcome_never_send', 'welcome_never_send_text'],
  [UserX, 'welcome_never_account', 'welcome_never_account_text'],
  [Scale, 'welcome_never_score', 'welcome_never_score_text'],
  [CircleHelp, 'welcome_never_silence', 'welcome_never_silence_text'],
];

export function Never() {
  return (
    <section class="never" aria-labelledby="never-title">
      <h2 id="never-title">{say('welcome_never')}</h2>
      <ul>
        {PROMISES.map(([icon, title, text]) => (
          <li key={title}>
            <Icon node={icon} size={20} />
            <div>
              <h3>{say(title)}</h3>
              <p>{say(text)}</p>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href="/options.html#privacy">{say('welcome_receipt')}</a>
      </p>
    </section>
  );
}
