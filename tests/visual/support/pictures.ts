/** What makes two pictures of the same thing the same: letters, smoothing, stillness. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

/** Letters are drawn alike on every machine: no hinting, no colour fringes, one pixel a pixel. */
export const PICTURE_FLAGS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-device-scale-factor=1',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

const FACES = [
  ['Noto Sans', 'noto-sans', 'latin', [400, 500, 600, 700]],
  ['Noto Serif', 'noto-serif', 'latin', [400, 500, 600]],
  ['Noto Sans Arabic', 'noto-sans-arabic', 'arabic', [400, 600]],
  ['Noto Sans Hebrew', 'noto-sans-hebrew', 'hebrew', [400, 600]],
] as const;

const ROOT = resolve(import.meta.dirname, '../../../node_modules/@fontsource');

interface Face {
  readonly family: string;
  readonly weight: string;
  /** Its file in Base64. */
  readonly data: string;
}

const faces = (): Face[] =>
  FACES.flatMap(([family, folder, subset, weights]) =>
    weights.map((weight) => {
      const file = resolve(ROOT, folder, `files/${folder}-${subset}-${weight}-normal.woff2`);
      return { family, weight: String(weight), data: readFileSync(file).toString('base64') };
    }),
  );

/** The tokens that name the letters. */
export const FAMILIES = (() => {
  const stack = '"Noto Sans Arabic","Noto Sans Hebrew"';
  return `--fm-sans:"Noto Sans",${stack},sans-serif;--fm-serif:"Noto Serif",${stack},serif`;
})();

/** A style sheet with the letters in it, for pages of others. */
export const letters = (): string =>
  faces()
    .map(
      ({ family, weight, data }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data})}`,
    )
    .join('');

/**
 * An expression for a page of ours: gives it those letters, and `css` besides. Its policy takes no style sheet that is
 * written into the page and no letters but as bytes.
 */
export const dressing = (css: string): string => `(() => {
  for (const { family, weight, data } of ${JSON.stringify(faces())})
    document.fonts.add(new FontFace(family, Uint8Array.from(atob(data), (c) => c.charCodeAt(0)), { weight }));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(`:root:root{${FAMILIES}} ${css}`)});
  document.adoptedStyleSheets.push(sheet);
})()`;

/**
 * An expression for a look into our overlay (`Inside.evaluate`): what is drawn there gets those letters, which the page has
 * (`letters`). The tokens there have names that nobody knows before (`lib/page/overlay/own-names.ts`).
 */
export const dressingOverlay = (): string => `(() => {
  const rules = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
  const own = /--f\\w+(?=-fm-sans)/.exec(rules.join(' '))[0];
  const families = ${JSON.stringify(FAMILIES)}.replaceAll('--fm', own + '-fm').replaceAll(';', ' !important;');
  const sheet = document.createElement('style');
  sheet.textContent = '.card, .notice, .badge { ' + families + ' !important }';
  root.append(sheet);
})()`;

/** For the page itself: resolves once its letters are there and nothing moves. */
export async function still(): Promise<void> {
  await Promise.all([...document.fonts].map((face) => face.load().catch(() => face)));
  await document.fonts.ready;
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** Resolves once the page's letters are there and nothing moves. */
export const settled = (page: Page) => page.evaluate(still);
