/** Says of a setting that the reader's organisation has set it. */
import { Lock } from 'lucide';
import { Icon } from '../../components/Icon';
import { say } from '../../lib/words';

export function Locked({ id }: { id?: string }) {
  return (
    <p class="locked" id={id}>
      <Icon node={Lock} size={14} />
      {say('options_locked')}
    </p>
  );
}
