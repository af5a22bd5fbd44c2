/** What components are rendered into, in a file that imports this: in the page and empty at the start of each test. */
import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';

export const root = document.createElement('div');
beforeEach(() => document.body.append(root));
afterEach(() => {
  render(null, root);
  root.remove();
});
