/** Pages that would have the reader press what they do not see, or believe what is not ours. */
import type { Page } from '@playwright/test';
import type { Inside } from '../support/extension';
import { centre, settle } from './support/reader';
import { openPopup } from './support/surface';
import { CLAIM, expect, html, open, test } from './support/test';

const CHOICE = 'Not this claim';

async function hover(page: Page, inside: Inside) {
  const [badge] = await inside.badges();
  if (!badge) throw new Error('no badge');
  await page.mouse.move(...centre(badge));
  await expect.poll(() => inside.card()).toContain('No such treaty');
}

/** Box of the card, or of the first button in it with these words. */
const boxOf = (inside: Inside, words = '') =>
  inside.evaluate<{ x: number; y: number; width: number; height: number }>(
    `(() => { const e = ${words ? `[...root.querySelectorAll('button')].find((b) => b.textContent.includes(${JSON.stringify(words)}))` : `root.querySelector('.card')`}; const { x, y, width, height } = e.getBoundingClientRect(); return { x, y, width, height }; })()`,
  );

/** The share of pixels that are clearly other ones in `b` than in `a`, two pictures of the same size. */
const otherThan = (page: Page, a: Buffer, b: Buffer) =>
  page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes]));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!one || !other || one.length === 0 || one.length !== other.length) return 1;
      let count = 0;
      for (let i = 0; i < one.length; i += 4)
        if ([0, 1, 2].some((n) => Math.abs((one[i + n] ?? 0) - (other[i + n] ?? 0)) > 40)) count++;
      return count / (one.length / 4);
    },
    [a.toString('base64'), b.toString('base64')],
  );

test('a card that a page keeps moving under the pointer takes no click; at rest it does', async ({
  app,
  site,
}) => {
  // It goes with its sentence when the page is scrolled: here by a pixel, in every frame.
  site.pages.set(
    '/moving.html',
    html(`<p style="margin-top:100px">${CLAIM}</p><div style="height:3000px"></div><script>
      window.moving = false;
      let n = 0;
      const move = () => { if (moving) scrollTo({ top: ++n % 2, behavior: 'instant' }); requestAnimationFrame(move); };
      move();</script>`),
  );
  const { page, inside } = await open(app, `${site.url}/moving.html`);
  await hover(page, inside);
  await settle(page);
  await page.evaluate(
    'moving = true; new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))',
  );
  for (let n = 0; n < 5; n++) {
    await page.mouse.click(...centre({ box: await boxOf(inside, CHOICE) }));
    expect(await inside.badges()).toHaveLength(1);
    expect(await inside.card()).toContain('No such treaty');
  }
  await page.evaluate(
    'moving = false; new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))',
  );
  await settle(page);
  await page.mouse.click(...centre({ box: await boxOf(inside, CHOICE) }));
  await expect.poll(async () => (await inside.badges()).length).toBe(0);
});

test('the second click of a double-click on a choice does not take it back', async ({ app, site }) => {
  site.pages.set('/double.html', html(`<p>${CLAIM}</p>`));
  const { page, inside } = await open(app, `${site.url}/double.html`);
  await hover(page, inside);
  await settle(page);
  await page.mouse.dblclick(...centre({ box: await boxOf(inside, CHOICE) }));
  await expect.poll(async () => (await inside.badges()).length).toBe(0);
  await settle(page);
  expect(await inside.badges()).toHaveLength(0);
});

test('a card is drawn whole and solid, whatever the page does to all around it', {
  tag: '@chromium',
}, async ({ app, site }) => {
  const tricks = [
    '',
    'opacity: .01',
    'filter: blur(9px) opacity(.1)',
    'mix-blend-mode: difference; isolation: isolate',
    'clip-path: inset(0 0 100% 0)',
    'mask-image: linear-gradient(transparent, transparent)',
    'transform: scale(.2) rotate(20deg)',
    'overflow: hidden; height: 40px; contain: paint',
    'perspective: 10px; will-change: transform, opacity',
    'visibility: hidden',
    'color: transparent; font-size: 1px; letter-spacing: 9em; text-indent: -99em',
  ];
  site.pages.set('/tricks.html', html(`<style id="trick"></style><p style="margin-top:100px">${CLAIM}</p>`));
  const { page, inside } = await open(app, `${site.url}/tricks.html`);
  // By keyboard, so that it stays open where the sentence can't be seen any more.
  for (let n = 0; n < 5 && !(await inside.card()); n++) await page.keyboard.press('Tab');
  await settle(page);
  const pictures: Buffer[] = [];
  for (const trick of tricks) {
    const open = await page.evaluate(
      ([style]) => {
        (document.getElementById('trick') as HTMLElement).textContent = `html, body { ${style} }`;
        return new Promise((r) => setTimeout(() => requestAnimationFrame(() => r(true)), 500));
      },
      [trick],
    );
    expect(open).toBe(true);
    const words = await inside.card();
    // A card that is closed can't be pressed.
    if (words === null) continue;
    const { x, y, width, height } = await boxOf(inside);
    const clip = { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
    const picture = await page.screenshot({ clip, animations: 'disabled' });
    // It closes where its sentence can't be seen any more: that takes a moment.
    if ((await inside.card()) === null) continue;
    pictures.push(picture);
    // Edges of letters may be painted a little otherwise; what is faded, cut or covered is other by far.
    expect(await otherThan(page, pictures[0] as Buffer, picture), trick).toBeLessThan(0.02);
  }
  expect(pictures.length).toBeGreaterThan(tricks.length / 2);
});

test('badges that a page draws are in no count and no list', async ({ app, site }) => {
  site.pages.set(
    '/fake.html',
    html(`<p>Nothing that anybody has checked.</p><script>
      window.heard = 0;
      const host = document.body.appendChild(document.createElement('factmark-overlay'));
      host.attachShadow({ mode: 'closed' }).innerHTML = '<button class="badge" data-check="us-israel-mutual-defense-pact" data-tone="false">✗ No such treaty</button>';
      addEventListener('factmark-leave', () => heard++, true);
    </script>`),
  );
  const { page } = await open(app, `${site.url}/fake.html`, false);
  const popup = await openPopup(app);
  await expect.poll(() => popup.text()).toContain('matches a check');
  await popup.close();
  const worker = await app.worker();
  const count = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
  });
  expect(count).toBe('');
  // Nor is the page’s own element touched, by which it could tell that we are there.
  expect(await page.evaluate('[document.querySelectorAll("factmark-overlay").length, heard]')).toEqual([
    1, 0,
  ]);
  await page.close();
});
