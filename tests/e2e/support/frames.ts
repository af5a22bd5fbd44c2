/** The frames of a tab: what is drawn in each, and what is counted of all. */
import type { Launched } from '../../support/extension';
import { CLAIM, expect, html } from './test';

/** What most frames show. */
export const story = html(`<p>${CLAIM}</p>`);

interface FrameLook {
  path: string;
  badges: string[];
  /** The badge that has the focus, or ''. */
  focused: string;
  /** Is the painting script here? */
  host: number;
}

/** What is drawn in each frame of the tab at `url`, looked at from the extension's world of that frame. */
export async function look(app: Launched, url: string): Promise<FrameLook[]> {
  const worker = await app.worker();
  return worker.evaluate(async (at) => {
    const [tab] = (await chrome.tabs.query({})).filter((t) => t.url === at);
    const results = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1, allFrames: true },
      injectImmediately: true,
      func: () => {
        const hosts = [...document.querySelectorAll<HTMLElement>('factmark-overlay')];
        // In Firefox it is the element that tells.
        const rootOf = (h: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }) =>
          h.openOrClosedShadowRoot ?? (chrome.dom?.openOrClosedShadowRoot(h) as ShadowRoot | null);
        const roots = hosts.map(rootOf);
        const badges = roots.flatMap((r) => [...(r?.querySelectorAll<HTMLElement>('.badge') ?? [])]);
        const focused = badges.find((b) => b === (b.getRootNode() as ShadowRoot).activeElement);
        return {
          path: `${location.protocol}${location.pathname}`,
          badges: badges.map((b) => b.dataset.check ?? ''),
          focused: (document.hasFocus() && focused?.dataset.text) || '',
          host: hosts.length,
        };
      },
    });
    return results.map((r) => r.result as FrameLook);
  }, url);
}

/** Addresses of the frames that have a badge. */
export const marked = async (app: Launched, url: string) =>
  (await look(app, url))
    .filter((f) => f.badges.length > 0)
    .map((f) => f.path)
    .sort();

/** What the icon says at the tab. */
export async function count(app: Launched, url: string): Promise<string> {
  const worker = await app.worker();
  const text = worker.evaluate(async (at) => {
    const [tab] = (await chrome.tabs.query({})).filter((t) => t.url === at);
    return chrome.action.getBadgeText({ tabId: tab?.id });
  }, url);
  return text.catch(() => 'the worker is starting');
}

/** Opens `url` and waits until so many sentences are counted. */
export async function openFrames(app: Launched, url: string, matches: string) {
  const page = await app.context.newPage();
  await page.goto(url);
  await expect.poll(() => count(app, url)).toBe(matches);
  return page;
}
