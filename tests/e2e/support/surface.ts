/** The real popup and the real side panel, which Playwright does not show as pages: read, and used by pointer and keys. */
import { writeFileSync } from 'node:fs';
import type { Launched } from '../../support/extension';
import {
  type Appearance,
  attachSurface as attachInFirefox,
  clickToolbarButton,
} from '../../support/firefox/surfaces';
import { attachTarget } from '../../support/target';

export interface Surface {
  evaluate<T = unknown>(expression: string): Promise<T>;
  /** All words to be seen. */
  text(): Promise<string>;
  /** Waits for the control whose name or words hold `name`, brings it into sight, and clicks it. */
  click(name: string): Promise<void>;
  /** Types words where the focus is. */
  type(words: string): Promise<unknown>;
  /** Presses a key; `shift` held with it. */
  press(key: string, shift?: boolean): Promise<void>;
  appear(as: Appearance): Promise<unknown>;
  screenshot(): Promise<Buffer>;
  /** Writes a picture of it. */
  picture(path: string): Promise<void>;
  /** Any call of the DevTools protocol on it; Firefox has none. */
  send<T>(method: string, params?: object): Promise<T>;
  close(): Promise<void>;
  /** Looks at it no more, and leaves it open. */
  detach(): Promise<void>;
}

/** Key names that have a code of their own in the browser. */
const CODES: Record<string, number> = {
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  '/': 191,
};

/** Opens the popup as the button in the toolbar does, over the page in front. */
export async function openPopup(app: Launched): Promise<Surface> {
  if (app.firefox) await clickToolbarButton(app.firefox.privileged);
  else await (await app.worker()).evaluate(() => chrome.action.openPopup());
  return attachSurface(app, 'popup.html');
}

/** The surface of that file, open or about to be. */
export async function attachSurface(app: Launched, file: string): Promise<Surface> {
  if (app.firefox) return attachInFirefox(app.firefox.privileged, file);
  const browser = app.context.browser();
  if (!browser) throw new Error('no browser');
  const target = await attachTarget(browser, (t) => t.url.includes(`/${file}`));
  const { evaluate, send } = target;
  const appear = ({ colorScheme = 'light', forcedColors = 'none' }: Appearance) =>
    send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: colorScheme },
        { name: 'forced-colors', value: forcedColors },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
  // It is looked at and clicked at rest.
  await send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
  });
  return {
    ...target,
    appear,
    text: () => evaluate<string>('document.body.innerText'),
    click: async (name) => {
      const [x, y] = await evaluate<[number, number]>(centreOf(name));
      for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    },
    type: (words) => send('Input.insertText', { text: words }),
    press: async (key, shift = false) => {
      const windowsVirtualKeyCode = CODES[key] ?? key.toUpperCase().charCodeAt(0);
      const text = key === 'Enter' ? { text: '\r' } : key.length === 1 ? { text: key } : {};
      const event = { key, code: key, windowsVirtualKeyCode, modifiers: shift ? 8 : 0, ...text };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
    picture: async (path) => writeFileSync(path, await target.screenshot()),
    close: async () => {
      await evaluate('window.close()').catch(() => {});
      await target.detach();
    },
  };
}

/** An expression: where the control of that name is, once it is there and enabled. */
const centreOf = (name: string) => `new Promise((found, lost) => {
  const look = (left) => {
    const all = [...document.querySelectorAll('button, a, [role=tab], [role=switch], input, summary')];
    const named = all.filter((e) => (e.textContent + ' ' + (e.ariaLabel ?? '')).includes(${JSON.stringify(name)}));
    const control = named.find((e) => e.checkVisibility() && !e.disabled);
    if (!control && left > 0) return requestAnimationFrame(() => look(left - 1));
    if (!control) return lost(new Error('no control named ' + ${JSON.stringify(name)} + ' in: ' + document.body.innerText));
    control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { x, y, width, height } = control.getBoundingClientRect();
    found([x + width / 2, y + height / 2]);
  };
  look(600);
})`;
