/** The gallery: every component of ours in every state, on one page. `npm run gallery` serves it. */
import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [preact()],
  // Nothing of the extension's own public files is shown here.
  publicDir: false,
  server: { host: '127.0.0.1' },
  build: { outDir: resolve(import.meta.dirname, '../../.tmp/gallery'), emptyOutDir: true, minify: false },
});
