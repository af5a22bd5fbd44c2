/** One check in full, with the way back. */
import { ArrowLeft, SquareArrowOutUpRight } from 'lucide';
import { Icon } from '../../components/Icon';
import { say } from '../../lib/words';
import { InPlace } from '../check/InPlace';

export interface CheckViewProps {
  readonly id: string;
  readonly onOpen: (check: string) => void;
  readonly onBack: () => void;
  /** Opens it as a page. */
  readonly onOwnPage: (check: string) => void;
}

export function CheckView({ id, onOpen, onBack, onOwnPage }: CheckViewProps) {
  return (
    <>
      <header class="bar-check">
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon node={ArrowLeft} size={17} />
          {say('popup_back')}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={say('popup_own_page')}
          title={say('popup_own_page')}
          onClick={() => onOwnPage(id)}
        >
          <Icon node={SquareArrowOutUpRight} size={16} />
        </button>
      </header>
      <InPlace id={id} onOpen={onOpen} />
    </>
  );
}
