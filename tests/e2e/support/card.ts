/** The card as a reader has it: opened by pointer or keys, its buttons pressed, what is said after. */
import type { Page } from '@playwright/test';
import type { Badge, Inside } from '../../support/extension';
import { centre as centreOf, settle } from './reader';
import { CLAIM, expect, html } from './test';

/** A page that says the claim and denies it, with something after both that takes the focus. */
export const PAGE = '/card.html';
export const STORY = html(
  `<h1>A story about pacts</h1><p>${CLAIM}</p><p>Some other text that stands here.</p><p>No, the US is not bound by treaty to defend Israel.</p><button>After</button>`,
);

/** Words of the card that stand nowhere on the page. */
export const SECRET = ['No such treaty', 'us-israel-mutual-defense-pact', 'yearly funding'];

/** The middle of a badge's box. */
export const centre = (box: Badge['box']) => centreOf({ box });

/** Resolves after any timer that was to close the card by now: it was set before this one, and is shorter. */
export const longerThanItTakesToClose = (inside: Inside) =>
  inside.evaluate('new Promise((done) => setTimeout(() => done(1), 1_000))');

/** The badge of the sentence that makes the claim. */
async function badgeOf(inside: Inside) {
  const badge = (await inside.badges()).find((b) => b.text === CLAIM);
  if (!badge) throw new Error('no badge');
  return badge;
}

/** Opens the card of that badge with the pointer. */
export async function hover(page: Page, inside: Inside) {
  await page.mouse.move(...centre((await badgeOf(inside)).box));
  await expect.poll(() => inside.card()).toContain('No such treaty');
}

/** Opens the card by keyboard: the page sees keys and focus go by. */
export async function openCard(page: Page, inside: Inside): Promise<string> {
  for (let n = 0; n < 10 && !(await inside.card()); n++) await page.keyboard.press('Tab');
  await expect.poll(() => inside.card()).toContain(SECRET[0]);
  return (await inside.card()) ?? '';
}

/** The middle of what `name` names in our closed root: a button by its words or its label. */
async function middle(inside: Inside, name: string): Promise<[number, number]> {
  const at = () =>
    inside.evaluate<[number, number] | null>(
      `(() => { const b = [...root.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.textContent.trim()).startsWith(${JSON.stringify(name)})); const r = b?.getBoundingClientRect(); return r?.width ? [r.x + r.width / 2, r.y + r.height / 2] : null; })()`,
    );
  await expect.poll(at, `a button ${name}`).not.toBeNull();
  return (await at()) ?? [0, 0];
}

/** Presses buttons one after another, as a hand does. */
export async function press(page: Page, inside: Inside, ...names: string[]) {
  await settle(page);
  for (const name of names) await page.mouse.click(...(await middle(inside, name)));
}

/** What the badges say of the claim. */
export const stances = async (inside: Inside) => (await inside.badges()).map((b) => b.stance).sort();

/** What the notice says, or null. */
export const noticed = (inside: Inside) =>
  inside.evaluate<string | null>(
    `root?.querySelector('.notice-layer:popover-open [role=status]')?.textContent ?? null`,
  );
