/** Beside a publisher's name in letters that can be taken for others: that it may imitate another name, and the host. */
import { isLookalike } from '../lib/claims/lookalike';
import { say } from '../lib/words';
import { hostOf } from './http';

export interface LookalikeProps {
  readonly name: string;
  /** Of the checks under this name: a BCP 47 tag, where it is known. */
  readonly language?: string | undefined;
  /** Where its publisher is, or has the check. */
  readonly address?: string | undefined;
}

export function Lookalike({ name, language, address }: LookalikeProps) {
  if (!isLookalike(name, language)) return null;
  return (
    <span class="lookalike">
      {' '}
      {say('common_lookalike')} <bdi>{hostOf(address)}</bdi>
    </span>
  );
}
