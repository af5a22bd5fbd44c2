/** The real popup and the real sidebar of Firefox, which are no tabs: opened, read, and used by clicks and keys. */
import { writeFileSync } from 'node:fs';
import { inFrame, type Privileged, WIDGET, WINDOW } from './chrome';

/** Expression for the `<browser>` element of an open surface, by the file it shows. */
const BROWSERS: Readonly<Record<string, string>> = {
  'popup.html': `[...${WINDOW}.document.querySelectorAll('.webextension-popup-browser')].find((b) => b.currentURI.spec.includes('/popup.html') && b.closest('panel')?.state === 'open')`,
  'sidepanel.html': `(() => { const b = ${WINDOW}.document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser'); return b?.currentURI.spec.includes('/sidepanel.html') ? b : undefined; })()`,
};

/** Clicks our button in the toolbar. */
export const clickToolbarButton = (privileged: Privileged): Promise<void> =>
  privileged(`(() => {
    const { CustomizableUI } = ${WINDOW};
    const id = '${WIDGET}-browser-action';
    if (CustomizableUI.getPlacementOfWidget(id)?.area !== 'nav-bar') CustomizableUI.addWidgetToArea(id, 'nav-bar');
    const { node } = CustomizableUI.getWidget(id).forWindow(${WINDOW});
    (node.querySelector('.unified-extensions-item-action-button') ?? node).click();
  })()`);

/** Shows our sidebar, as its entry in the View menu does. */
export const showSidebar = (privileged: Privileged): Promise<void> =>
  privileged(`${WINDOW}.SidebarController.show('${WIDGET}-sidebar-action').then(() => {})`);

/** How the browser is told to show a surface. */
export interface Appearance {
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
}

/** Controls of a surface, by what a reader reads on them or hears of them. */
const named = (name: string) =>
  `[...document.querySelectorAll('button, a, [role=tab], [role=switch], input, summary')]
    .find((e) => (e.textContent + ' ' + (e.ariaLabel ?? '')).includes(${JSON.stringify(name)}) && e.checkVisibility() && !e.disabled)`;

/** An open surface, or one that is about to open; waits for its document. */
export async function attachSurface(privileged: Privileged, file: string) {
  const browser = BROWSERS[file] as string;
  const ask = <T>(expression: string, given?: Record<string, string>) =>
    inFrame<T>(privileged, { browser, expression, ...(given ? { given } : {}) });
  await privileged(`new Promise((done, failed) => {
    const look = (left) => {
      const browser = ${browser};
      if (browser && !browser.webProgress.isLoadingDocument) return done();
      if (left === 0) return failed(new Error('${file} never opened'));
      setTimeout(look, 50, left - 1);
    };
    look(200);
  })`);
  // Some calls of the extension API are allowed only while the browser itself hands a reader's click on.
  const ACT = {
    byReader: `(work) => {
      content.document.notifyUserGestureActivation();
      const hand = content.windowUtils.setHandlingUserInput(true);
      try { work(); } finally { hand.destruct(); }
    }`,
  };
  const TIP = {
    strike: `((tip) => (key, code, keyCode, modifiers) => {
      tip.beginInputTransactionForTests(content, () => true);
      const event = new content.KeyboardEvent('', { key, code, keyCode });
      const held = modifiers.map(([k, c, n]) => new content.KeyboardEvent('', { key: k, code: c, keyCode: n }));
      for (const one of held) tip.keydown(one);
      tip.keydown(event); tip.keyup(event);
      for (const one of held.reverse()) tip.keyup(one);
    })(Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor))`,
  };
  const screenshot = async () => {
    const data = await privileged<string>(`(async () => {
      const bitmap = await ${browser}.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
    })()`);
    return Buffer.from(data, 'base64');
  };
  return {
    evaluate: <T = unknown>(expression: string) => ask<T>(expression),
    /** All words to be seen. */
    text: () => ask<string>('document.body.innerText'),
    /** Waits for the control whose name or words hold `name`, and clicks it as a reader does. */
    click: (name: string) =>
      ask<void>(
        `new Promise((done, failed) => {
          const look = (left) => {
            const control = ${named(name)};
            if (!control && left === 0) return failed(new Error('no control named ' + ${JSON.stringify(name)} + ' in: ' + document.body.innerText));
            if (!control) return setTimeout(look, 20, left - 1);
            byReader(() => {
              control.focus();
              // \`detail\` is the count of a pointer's clicks: \`click()\` has none, as a key's.
              control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }));
            });
            done();
          };
          look(300);
        })`,
        ACT,
      ),
    /** Types words into the field with the focus, once one has it. */
    type: (words: string) =>
      ask<void>(`new Promise((done, failed) => {
        const look = (left) => {
          if (document.activeElement?.matches('input, textarea'))
            return done(void document.execCommand('insertText', false, ${JSON.stringify(words)}));
          if (left === 0) return failed(new Error('no field has the focus'));
          setTimeout(look, 20, left - 1);
        };
        look(300);
      })`),
    press: (key: string, shift = false) =>
      ask<void>(
        `void strike(${[key, ...codes(key)].map((v) => JSON.stringify(v)).join()}, ${shift ? '[["Shift", "ShiftLeft", 16]]' : '[]'})`,
        TIP,
      ),
    screenshot,
    /** Writes a picture of it. */
    picture: async (path: string) => writeFileSync(path, await screenshot()),
    /** In this colour scheme, with forced colours or without. */
    appear: ({ colorScheme = 'light', forcedColors = 'none' }: Appearance) =>
      privileged<void>(
        `Object.assign(${browser}.browsingContext, { prefersColorSchemeOverride: '${colorScheme}', forcedColorsOverride: '${forcedColors}' }) && undefined`,
      ),
    send: () => Promise.reject(new Error('Firefox does not speak the DevTools protocol')),
    detach: async () => {},
    /** Whether it is shown now. */
    isOpen: () => privileged<boolean>(`Boolean(${browser})`),
    /** Resolves once it is gone. */
    async close() {
      await privileged(
        file === 'popup.html'
          ? `${browser}?.closest('panel').hidePopup()`
          : `${WINDOW}.SidebarController.hide()`,
      );
    },
  };
}

const KEYS: Readonly<Record<string, readonly [string, number]>> = {
  Tab: ['Tab', 9],
  Enter: ['Enter', 13],
  Escape: ['Escape', 27],
  ArrowLeft: ['ArrowLeft', 37],
  ArrowUp: ['ArrowUp', 38],
  ArrowRight: ['ArrowRight', 39],
  ArrowDown: ['ArrowDown', 40],
  '/': ['Slash', 191],
};
const codes = (key: string): readonly [string, number] =>
  KEYS[key] ?? [`Key${key.toUpperCase()}`, key.toUpperCase().charCodeAt(0)];
