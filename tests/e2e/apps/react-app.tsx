/** @jsxImportSource react */
/** Every kind of component, as React 18 and 19 write them. */
import { Fragment, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { after, before, CLAIM, copies, HALVES, KINDS, markup, ordered, STYLE } from './texts';

type Copy = (props: { i: number; n: number }) => ReactElement | null;

const id = (kind: string, i: number) => ({ 'data-copy': `${kind}-${i}` });
const pieces = (i: number, n: number) => [...(n % 2 ? ['First came a few words. '] : []), before(i) + CLAIM];

const kinds: Record<string, Copy> = {
  text: ({ i, n }) => <p {...id('text', i)}>{KINDS.text?.(i, n)}</p>,
  mixed: ({ i, n }) => (
    <p {...id('mixed', i)}>
      Report {n} came in. {before(i)}
      {CLAIM}
      {after(i)} That was <b>number {n}</b>.
    </p>
  ),
  conditional: ({ i, n }) => (
    <p {...id('conditional', i)}>
      {n % 2 ? 'There was news tonight. ' : null}
      {CLAIM}
      {n % 2 ? null : ` That was ${i}.`}
    </p>
  ),
  swap: ({ i, n }) => (
    <p {...id('swap', i)}>
      {before(i)}
      {n % 2 ? <em>{CLAIM}</em> : CLAIM}
      {after(i)}
    </p>
  ),
  fragment: ({ i, n }) => (
    <p {...id('fragment', i)}>
      {pieces(i, n).map((text) => (
        <Fragment key={text}>{text}</Fragment>
      ))}
      <Fragment key="after">{after(i)}</Fragment>
    </p>
  ),
  portal: ({ i, n }) => {
    if (n === 0) return null;
    const into = document.getElementById('portal') as HTMLElement;
    return createPortal(<p {...id('portal', i)}>{KINDS.portal?.(i, n)}</p>, into);
  },
  field: ({ i, n }) => (
    <div>
      <p {...id('field', i)}>{KINDS.field?.(i, n)}</p>
      <textarea value={KINDS.field?.(i, n) ?? ''} onChange={() => {}} />
    </div>
  ),
  html: ({ i, n }) => <p {...id('html', i)} dangerouslySetInnerHTML={{ __html: markup(i, n) }} />,
  split: ({ i, n }) => (
    <p {...id('split', i)}>
      {before(i)}
      {HALVES[0]}
      {HALVES[1]}
      {after(i)} Part {n}.
    </p>
  ),
  removed: ({ i, n }) => (n % 2 ? null : <p {...id('removed', i)}>{before(i) + CLAIM + after(i)}</p>),
};

const Item: Copy = ({ i }) => <li {...id('item', i)}>{`${KINDS.item?.(i, 0)}`}</li>;

/** All copies of all kinds in round `n`. */
export function App({ n }: { n: number }): ReactElement {
  return (
    <main>
      {Object.entries(kinds).map(([kind, Copy]) => (
        <section key={kind}>
          {copies.map((i) => (
            <Copy key={i} i={i} n={n} />
          ))}
        </section>
      ))}
      <ul>
        {ordered(n).map((i) => (
          <Item key={i} i={i} n={n} />
        ))}
      </ul>
    </main>
  );
}

/** The app as a whole document, as frameworks over React render one. */
export function Page({ n, script }: { n: number; script: string }): ReactElement {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>An app</title>
        <link rel="icon" href="data:," />
        <style>{STYLE}</style>
        <script src={script} defer />
      </head>
      <body>
        <div id="app">
          <App n={n} />
        </div>
        <div id="portal" />
      </body>
    </html>
  );
}
