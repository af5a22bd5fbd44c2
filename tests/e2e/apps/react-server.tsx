/** @jsxImportSource react */
/** The React app as a server renders it. */
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App, Page } from './react-app';

export const root = (): string =>
  renderToString(
    <StrictMode>
      <App n={0} />
    </StrictMode>,
  );

export const whole = (script: string): string =>
  `<!DOCTYPE html>${renderToString(
    <StrictMode>
      <Page n={0} script={script} />
    </StrictMode>,
  )}`;
