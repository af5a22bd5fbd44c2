import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import type { Browser } from 'wxt/browser';
import { bundledLicences } from './.ci/licences';
import { starterFiles } from './.ci/starter';
import { wordNames } from './.ci/word-names';
import { PAGES } from './entrypoints/content/pages';
import { joined } from './lib/words/joined';
import { namesIn, OPTIONAL, PERMISSIONS, securityPolicy } from './store/permissions';

const WORDS = resolve(import.meta.dirname, 'lib/words');

/** The words of a language by name, from its files in `lib/words`. */
function wordsOf(language: string): [name: string, text: string][] {
  const files = readdirSync(resolve(WORDS, language)).sort();
  return files
    .flatMap((file) =>
      Object.entries<string>(JSON.parse(readFileSync(resolve(WORDS, language, file), 'utf8'))),
    )
    .filter(([name]) => name !== '//');
}

/**
 * `_locales/<language>/messages.json` of every language: what the manifest says as entries of their own, all other words
 * as one (`lib/words/joined.ts`).
 */
function locales(): { relativeDest: string; contents: string }[] {
  const languages = readdirSync(WORDS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return languages.map(({ name: language }) => {
    const texts = wordsOf(language);
    const entries = texts.filter(([name]) => name.startsWith('ext_'));
    const others = texts.filter(([name]) => !name.startsWith('ext_'));
    const words = joined(others.map(([name, text]) => [names.of(name), text])).replaceAll('$', '$$$$');
    const messages = [...entries, ['words', words] as const].map(([name, message]) => [name, { message }]);
    return {
      relativeDest: `_locales/${language}/messages.json`,
      contents: JSON.stringify(Object.fromEntries(messages)),
    };
  });
}

/** A hash of the matcher: indexes made by another one are made again. */
function matcherHash(): string {
  const hash = createHash('sha256');
  const root = resolve(import.meta.dirname, 'lib/match');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort())
    if (file.endsWith('.ts'))
      hash.update(file.replaceAll('\\', '/')).update(readFileSync(resolve(root, file)));
  return hash.digest('hex').slice(0, 16);
}

const BASE =
  /\/lib\/(words|browser)\/|\/lib\/store\/(changes|settings-values)\.ts|\/lib\/messages\/(wire|client)\.ts|\/language\/speak\.ts|wxt-plugins/;

/** What welcome and settings have in common, and all pages or most, together for the same reason. */
const CHOICES =
  /\/components\/(Switch|RadioCards|LoudnessDrawing|Logo|Icon|Say)\.tsx|\/options\/keys\.ts|\/icons\/(x|search|shield-check)\.mjs/;

const names = wordNames(
  import.meta.dirname,
  wordsOf('en').map(([name]) => name),
);

const LIBRARY_WORKER = 'entrypoints/options/library/library.worker.ts';

const licences = bundledLicences(import.meta.dirname);

export default defineConfig({
  imports: false,
  hooks: {
    'build:done': (wxt) => licences.write(wxt.config.outDir),
    // The worker of the library is one more entry of the build of pages and background, so that they share their code.
    'vite:build:extendConfig': (_entrypoints, config) => {
      const input = config.build?.rollupOptions?.input;
      if (typeof input === 'object' && 'background' in input)
        Object.assign(input, { 'library-worker': resolve(import.meta.dirname, LIBRARY_WORKER) });
      // What nearly all of them load stands in one file, not in many of a few hundred bytes.
      const output = config.build?.rollupOptions?.output;
      if (typeof input === 'object' && output && !Array.isArray(output) && 'background' in input)
        output.codeSplitting = {
          groups: [
            // 26 kB of even bits by themselves: a zip makes less of them, and of the code around them, where they share a file.
            { name: 'counts', test: /\/background-counts\.ts$/ },
            { name: 'base', test: BASE },
            { name: 'choices', test: CHOICES },
          ],
        };
    },
    'build:publicAssets': (wxt, files) => {
      files.splice(0, files.length, ...files.filter((f) => !f.relativeDest.startsWith('starter')));
      files.push(...starterFiles(resolve(wxt.config.publicDir, 'starter')));
      files.push(...locales());
    },
  },
  vite: ({ mode }) => ({
    plugins: [names.plugin(), preact(), licences.plugin()],
    define: { __MATCHER__: JSON.stringify(matcherHash()), __AIR_GAP__: mode === 'air-gap' },
    // The oldest browsers we run in. For older ones `:dir(rtl)` would be made into a list of languages, which it is not.
    build: {
      cssTarget: ['chrome148', 'firefox142'],
      // They all know it; what would stand in for it asks for whatever a page's `link` names.
      modulePreload: { polyfill: false },
      // A file of the package by itself, which the welcome loads as it is.
      rollupOptions: { external: ['/marks.js'] },
    },
  }),
  manifestVersion: 3,
  manifest: ({ browser, mode }) => ({
    name: '__MSG_ext_name__',
    description: '__MSG_ext_description__',
    default_locale: 'en',
    // The reason for each stands in store/permissions.json.
    permissions: namesIn(PERMISSIONS, browser) as Browser.runtime.ManifestPermission[],
    optional_permissions: namesIn(OPTIONAL, browser) as Browser.runtime.ManifestPermission[],
    content_security_policy: { extension_pages: securityPolicy(mode === 'air-gap') },
    // The same as the content script's: where it reads, the script that draws may come, and tabs that are open already.
    host_permissions: [...PAGES],
    commands: {
      'next-badge': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_ext_command_next__' },
      'previous-badge': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_ext_command_previous__',
      },
      // Firefox opens and closes its sidebar with a key of its own.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_ext_command_panel__',
      },
      // Not P or X: Chromium keeps those to itself, and gives an extension nothing instead.
      pause: { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_ext_command_pause__' },
    },
    omnibox: { keyword: 'fm' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'factmark@factmark.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          minimum_chrome_version: '148',
          // What an organisation can set (docs/organisations/policies.md); Firefox needs no schema.
          storage: { managed_schema: 'managed.json' },
          // Typed arrays cross the wire as they are (Chrome 148 and later).
          message_serialization: 'structured_clone',
        }),
  }),
});
