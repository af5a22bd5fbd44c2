/** The real pointer and keyboard over the page under test, in either engine; runs beside the browser. */
import type { Page } from 'playwright';
import type { BrowserCommand } from 'vitest/node';
import type { Bidi } from './bidi.ts';

type Driven = { page?: Page; bidi?: Promise<Bidi>; context: string };

/** Puts the pointer at viewport pixels of the browser's window (not of a frame in it). */
export const pointer: BrowserCommand<[x: number, y: number]> = async (context, x, y) => {
  const { page, bidi, context: tab } = context as unknown as Driven;
  if (page) return page.mouse.move(x, y);
  await perform(bidi, tab, [moveTo(x, y)]);
};

/** Clicks there. */
export const click: BrowserCommand<[x: number, y: number]> = async (context, x, y) => {
  const { page, bidi, context: tab } = context as unknown as Driven;
  if (page) return page.mouse.click(x, y);
  await perform(bidi, tab, [
    moveTo(x, y),
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]);
};

/** Presses and lets go one key after another, by the names that events give them (“ArrowDown”). */
export const press: BrowserCommand<[...keys: string[]]> = async (context, ...keys) => {
  const { page, bidi, context: tab } = context as unknown as Driven;
  for (const key of keys) {
    if (page) await page.keyboard.press(key);
    else
      await (await bidi)?.send('input.performActions', {
        context: tab,
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: CODES[key] ?? key })),
          },
        ],
      });
  }
};

/** Keys that are no characters, as WebDriver writes them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const CODES: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const moveTo = (x: number, y: number) => ({
  type: 'pointerMove',
  x: Math.round(x),
  y: Math.round(y),
  duration: 0,
});

const perform = async (bidi: Promise<Bidi> | undefined, context: string, actions: readonly object[]) =>
  (await bidi)?.send('input.performActions', {
    context,
    actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
  });
