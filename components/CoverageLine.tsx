/** How much was read and how little that proves. */
import { say, sayCount } from '../lib/words';

export function CoverageLine({ words, matches }: { words: number; matches: number }) {
  return (
    <p class="coverage">
      <strong>{sayCount('popup_words_read', words)}</strong>{' '}
      {matches === 0 ? say('popup_match_none') : sayCount('popup_match', matches)}{' '}
      {say(matches === 0 ? 'popup_all_unchecked' : 'popup_rest_unchecked')}
    </p>
  );
}
