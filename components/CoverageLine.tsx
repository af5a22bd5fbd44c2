/** How much was read and how little that proves. */
import { counted } from './dates';

export function CoverageLine({ words, matches }: { words: number; matches: number }) {
  const found =
    matches === 0
      ? 'no sentence matches a check'
      : counted(matches, 'sentence matches a check', 'sentences match a check');
  return (
    <p class="coverage">
      <strong>{counted(words, 'word', 'words')} read here</strong> · {found}.{' '}
      {matches === 0 ? 'Everything here' : 'Everything else'} is unchecked, not confirmed.
    </p>
  );
}
