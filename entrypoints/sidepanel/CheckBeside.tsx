/** One check in full beside the page, with the way back. */
import { ArrowLeft } from 'lucide';
import { Icon } from '../../components/Icon';
import { say } from '../../lib/words';
import { InPlace } from '../check/InPlace';

export interface CheckBesideProps {
  readonly id: string;
  /** In a private window nothing is remembered of it. */
  readonly isPrivate: boolean;
  readonly onOpen: (check: string) => void;
  readonly onBack: () => void;
}

export function CheckBeside({ id, isPrivate, onOpen, onBack }: CheckBesideProps) {
  return (
    <>
      <header class="panel-bar">
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon node={ArrowLeft} size={17} />
          {say('popup_back')}
        </button>
      </header>
      <InPlace id={id} isPrivate={isPrivate} onOpen={onOpen} />
    </>
  );
}
