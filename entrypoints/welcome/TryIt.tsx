/** An article that is really marked, and a field for a sentence of the reader's own. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Loudness } from '../../lib/store/settings';
import { say, sayCount } from '../../lib/words';
import type { Look } from '../content/look';
import { SAMPLE } from './sample';
import { type Counts, useMarks } from './useMarks';

/** As much as is read of one block of a page. */
const LONGEST = 2_000;
/** Shorter texts are no sentences (`lib/page/read/draft.ts`). */
const SHORTEST = 12;

export function TryIt({ look }: { look: Look }) {
  const { loudness } = look;
  const article = useRef<HTMLDivElement>(null);
  const own = useRef<HTMLDivElement>(null);
  const roots = useMemo(() => [article, own], []);
  const [text, setText] = useState('');
  const counts = useMarks(roots, text, look);
  const isLong = text.trim().length >= SHORTEST;
  return (
    <section class="try" aria-labelledby="try-title">
      <h2 id="try-title">{say('welcome_try')}</h2>
      <p class="hint">{sampleHint(counts, article.current, loudness)}</p>
      <div class="article" ref={article} lang={SAMPLE.language} dir="ltr">
        {SAMPLE.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <label class="own" for="own-text">
        {say('welcome_own')}
      </label>
      <textarea
        id="own-text"
        rows={2}
        maxLength={LONGEST}
        dir={text === '' ? undefined : 'auto'}
        aria-describedby="own-hint"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="hint" id="own-hint">
        {say('welcome_own_hint')}
      </p>
      <div class="article own-article" ref={own} hidden={!isLong}>
        <p dir="auto" lang="">
          {text}
        </p>
      </div>
      <p class="own-said" role="status">
        {isLong && ownResult(counts, own.current, loudness)}
      </p>
    </section>
  );
}

const countOf = (counts: Counts, root: HTMLElement | null): number | undefined =>
  typeof counts === 'object' && root ? counts.get(root) : undefined;

function sampleHint(counts: Counts, root: HTMLElement | null, loudness: Loudness): string {
  if (counts === 'failed') return say('welcome_own_failed');
  const count = countOf(counts, root);
  if (count === undefined) return say('welcome_try_wait');
  if (count === 0) return say('welcome_try_off');
  return say(loudness === 'list' ? 'welcome_try_list' : 'welcome_try_hint');
}

function ownResult(counts: Counts, root: HTMLElement | null, loudness: Loudness): string {
  if (counts === 'failed') return say('welcome_own_failed');
  const count = countOf(counts, root);
  if (count === undefined) return '';
  if (count === 0) return say('welcome_own_none');
  return sayCount(loudness === 'list' ? 'welcome_own_found_list' : 'welcome_own_found', count);
}
