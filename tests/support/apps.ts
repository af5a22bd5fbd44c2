/** Bundles the apps of `tests/e2e/apps`, renders them as a server would, and serves both on loopback. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, compileModule } from 'svelte/compiler';
import { build, type InlineConfig, type Plugin, transformWithOxc } from 'vite';
import { STYLE } from '../e2e/apps/texts';
import { type Site, serve } from './server';

const SOURCES = resolve(import.meta.dirname, '../e2e/apps');
const OUT = resolve(import.meta.dirname, '../../.tmp/apps');
const packages = createRequire(import.meta.url);

export type Mode = 'development' | 'production';

/** A framework: its entries' name, and what its packages are called here. */
interface Framework {
  readonly entry: string;
  readonly alias: readonly { find: RegExp; replacement: string }[];
}

const folder = (name: string) => resolve(packages.resolve(`${name}/package.json`), '..');
const react = (suffix: string): Framework => ({
  entry: 'react',
  alias: [
    { find: /^react(?=\/|$)/, replacement: folder(`react${suffix}`) },
    { find: /^react-dom(?=\/|$)/, replacement: folder(`react-dom${suffix}`) },
  ],
});

export const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  react18: react('-18'),
  react19: react(''),
  // With its compiler of templates, which the package leaves out unless it is asked for.
  vue3: { entry: 'vue', alias: [{ find: /^vue$/, replacement: 'vue/dist/vue.esm-bundler.js' }] },
  svelte5: { entry: 'svelte', alias: [] },
};

const svelte = (generate: 'client' | 'server', dev: boolean): Plugin => ({
  name: 'svelte',
  async transform(code, id) {
    if (id.endsWith('.svelte')) return compile(code, { filename: id, generate, dev }).js;
    if (!id.endsWith('.svelte.ts')) return undefined;
    const plain = await transformWithOxc(code, id);
    return compileModule(plain.code, { filename: id, generate, dev }).js;
  },
});

function config({ alias }: Framework, mode: Mode, plugin: Plugin): InlineConfig {
  return {
    configFile: false,
    root: SOURCES,
    mode,
    logLevel: 'error',
    plugins: [plugin],
    resolve: { alias: [...alias], extensions: ['.ts', '.tsx', '.js', '.svelte.ts'] },
    define: {
      'process.env.NODE_ENV': JSON.stringify(mode),
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  };
}

const entry = (name: string, side: 'client' | 'server') =>
  resolve(SOURCES, `${name}-${side}.${name === 'react' ? 'tsx' : 'ts'}`);

/** The script of one app for the browser. */
async function clientOf(framework: Framework, mode: Mode): Promise<string> {
  const options = config(framework, mode, svelte('client', mode === 'development'));
  const made = await build({
    ...options,
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: entry(framework.entry, 'client'), output: { format: 'iife' } },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`no script for ${framework.entry}`);
  return chunk.code;
}

/** What the app's server module exports. */
interface Rendered {
  root(): string | Promise<string>;
  /** The whole document with `script` in its head; undefined where the body is all an app renders. */
  whole?(script: string): string;
}

async function serverOf(name: string, framework: Framework): Promise<Rendered> {
  const file = `${name}.mjs`;
  await build({
    ...config(framework, 'development', svelte('server', false)),
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: OUT,
      emptyOutDir: false,
      rollupOptions: { input: entry(framework.entry, 'server'), output: { entryFileNames: file } },
    },
  });
  return import(pathToFileURL(resolve(OUT, file)).href);
}

const shell = (script: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An app</title><link rel="icon" href="data:,"><style>${STYLE}</style><script src="${script}" defer></script></head><body>${body}</body></html>`;

/**
 * Serves `/NAME/MODE/empty` (to mount into), `/NAME/MODE/root` (rendered, to hydrate) and `/NAME/MODE/document`
 * (rendered, to hydrate as a whole: the document, or the body where the framework goes no higher).
 */
export async function serveApps(modes: readonly Mode[]): Promise<Site> {
  const site = await serve(OUT);
  for (const [name, framework] of Object.entries(FRAMEWORKS)) {
    const server = await serverOf(name, framework);
    const inside = await server.root();
    const portal = '<div id="portal"></div>';
    for (const mode of modes) {
      const base = `/${name}/${mode}`;
      const script = `${base}/app.js`;
      site.pages.set(script, await clientOf(framework, mode));
      site.pages.set(`${base}/empty`, shell(script, `<div id="app"></div>${portal}`));
      site.pages.set(`${base}/root`, shell(script, `<div id="app">${inside}</div>${portal}`));
      site.pages.set(`${base}/document`, server.whole?.(script) ?? shell(script, `${inside}${portal}`));
    }
  }
  return site;
}
