/** No text for people stands in the code: what a reader sees or hears comes from the words' files. */
import { describe, expect, it } from 'vitest';
import { literalsIn } from './literals';
import { sources } from './support';

/** Code that says something to readers. */
const SPEAKING = ['components', 'entrypoints', 'lib/store', 'lib/messages', 'lib/page/overlay'];
/** Of rooms that the command line uses, too: what readers hear of feeds, and of why a sentence matched. */
const SHARED = [
  'lib/claims/feed',
  'lib/claims/claim-review/read.ts',
  'lib/match/find.ts',
  'lib/match/try-way.ts',
  'lib/match/say-stance.ts',
  'lib/match/say-place.ts',
  'lib/match/bare/find.ts',
];

/**
 * Texts that stand in the code for good: what is English wherever it is said, or never said to a reader. The messages
 * of schemas (`lib/claims`), of ways of saying (`lib/match/pattern.ts`, `sets.ts`, `uses.ts`) and of broken indexes
 * (`lib/match/segment`) are of that kind, too: they speak to publishers and developers of names that are English.
 */
const EXCEPTIONS: readonly (readonly [text: RegExp, why: string])[] = [
  [/^Factmark$/, 'the name of the product'],
  [/^M[\d. -].*[zZ\d]$/, 'the path of a drawing'],
  [/^(Esc|Escape|Enter|Tab|Home|End|Delete|Backspace)$/, 'the name of a key of the keyboard'],
  [/^(line …|script …|…value …)$/, 'the place of a record in a feed, beside a JSON pointer'],
  [/^starter\//, 'the place of a problem in the package, in the console'],
  [/^local files$/, 'the name under which settings keep the files of this machine'],
  [/^near miss$/, 'the name of a kind of miss, as the command line explains it'],
  [/^(there is no call|nobody answered) “…”/, 'a fault of the program, for the console'],
  [
    /^(The interview on Tuesday|The historian beside|On one thing they)/,
    'the sample of the welcome page: it is in the language of the library that is shipped',
  ],
  [/^(cut off|no answer in time)$/, 'why a script ended, for the console'],
];

/** Lines of code that are no words: style sheets, selectors, lists of events, attributes of documents. */
const CODE = [
  /[{;]\s*[\w-]+\s*:[^:]|^[\w-]+:…;/,
  /^[\w-]+\(…?[^)]*\)( …| [\w-]+\(.*\))*$/,
  /^(\S+=\S+ ?)+$/,
  /^\[[\w-]+\](, |$)/,
  /^([a-z]+(start|end|change|run|up|down|move|click|toggle|fullscreen)[a-z]* ?)+$/,
  /^(dialog|video|layout|article|main|click|toggle)\b[\w ,:[\]-]*$/,
];

const isCode = (text: string) => CODE.some((pattern) => pattern.test(text));

describe('texts in the code', () => {
  it.each([
    ['<p>Close</p>', 'Close'],
    ['<button aria-label="Close" />', 'Close'],
    ["<button title={on ? 'off' : 'on'} />", 'off'],
    [`<p>{on && \`\${n} left\`}</p>`, '… left'],
    ["const WHY = 'Nothing was found.'", 'Nothing was found.'],
    ["throw new Error('The disk is full')", 'The disk is full'],
    ["const label = 'Settings'", 'Settings'],
    [`const says = n === 1 ? \`\${n} check\` : ''`, '… check'],
  ])('are seen: %s', (source, text) =>
    expect(literalsIn('a.tsx', source).map((found) => found.text)).toContain(text),
  );

  it.each([
    '<p class="card quiet">{say(\'card_close\')}</p>',
    "import { a } from './a b'; export * from './c d'",
    "console.warn('factmark: something went wrong')",
    "document.querySelector('.card button')",
    "if (event.key === 'Escape') close()",
    "type Kind = 'a kind' | 'another kind'",
    'const style = css`all of it`',
    "say('card_other', 'a', n)",
  ])('are told from code: %s', (source) => expect(literalsIn('a.tsx', source)).toEqual([]));

  const files = [...sources(...SPEAKING), ...sources(...SHARED)];

  it('are looked for', () => expect(files.length).toBeGreaterThan(150));

  it('are none', () => {
    const found = files
      .flatMap(([path, source]) => literalsIn(path, source))
      .filter(({ text }) => !isCode(text) && !EXCEPTIONS.some(([pattern]) => pattern.test(text)))
      .map(({ where, text }) => `${where}: “${text}”`);
    expect(found, 'put these into lib/words/en and say them with say()').toEqual([]);
  });

  it('that are excepted are still there', () => {
    const found = files.flatMap(([path, source]) => literalsIn(path, source)).map(({ text }) => text);
    const gone = EXCEPTIONS.filter(
      ([pattern, why]) => !why.includes('keyboard') && !found.some((text) => pattern.test(text)),
    );
    expect(gone.map(([, why]) => why)).toEqual([]);
  });
});
