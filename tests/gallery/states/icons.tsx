/** The icons in use. */
import * as lucide from 'lucide';
import { Icon } from '../../../components/Icon';
import { Logo } from '../../../components/Logo';
import { PinDrawing } from '../../../components/PinDrawing';
import { iconsInUse } from '../icons-in-use';
import type { Group } from '../state';

export const icons: Group = {
  id: 'icons',
  title: 'Icons',
  about:
    'One family, Lucide: two pixels of line on a field of 24. An icon stands beside words or has a name of its own, never neither. Those that point are turned where words run from right to left.',
  surface: 'welcome',
  states: [
    {
      name: 'in use',
      wide: true,
      show: () => (
        <ul class="g-icons">
          {iconsInUse.map((name) => {
            const node = lucide.icons[name as keyof typeof lucide.icons];
            return (
              <li key={name}>
                <Icon node={node} size={20} />
                {name}
              </li>
            );
          })}
        </ul>
      ),
    },
    {
      name: 'the mark, and where it is pinned',
      wide: true,
      show: () => (
        <div class="g-side">
          <Logo size={16} />
          <Logo size={24} />
          <Logo size={48} />
          <PinDrawing />
        </div>
      ),
    },
  ],
};
