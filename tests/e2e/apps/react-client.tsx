/** @jsxImportSource react */
/** The React app in the browser: on a root of its own, or on the whole document when the page's address says so. */
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { install } from './harness';
import { App, Page } from './react-app';

const errors: string[] = [];
const whole = location.pathname.endsWith('/document');
const script = document.currentScript?.getAttribute('src') ?? '';
const tree = (n: number) => <StrictMode>{whole ? <Page n={n} script={script} /> : <App n={n} />}</StrictMode>;
const options = {
  onRecoverableError: (error: unknown) => errors.push(`recovered: ${error}`),
};

let root: Root;
install(
  {
    start(how) {
      const container = document.getElementById('app') as HTMLElement;
      if (how === 'hydrate') root = hydrateRoot(whole ? document : container, tree(0), options);
      else {
        root = createRoot(container, options);
        flushSync(() => root.render(tree(0)));
      }
    },
    render: (n) => flushSync(() => root.render(tree(n))),
  },
  errors,
);
