/** Questions on their way to the background: counted where they are asked, from outside, and by how long an answer takes. */
import type { Page } from '@playwright/test';
import type { Inside } from '../../support/extension';
import { answerTime } from './watched';

/** Counts what a tab's content script asks from now on. Chromium only: there its world can be entered. */
export async function countQuestions(
  inside: Inside,
): Promise<() => Promise<{ asked: number; most: number }>> {
  await inside.evaluate(`(() => {
    const count = globalThis.factmarkAsked = { asked: 0, most: 0, now: 0 };
    for (const api of new Set([chrome.runtime, globalThis.browser?.runtime ?? chrome.runtime])) {
      const was = api.sendMessage;
      api.sendMessage = (...args) => {
        count.asked++;
        count.most = Math.max(count.most, ++count.now);
        return was.apply(api, args).finally(() => { count.now--; });
      };
    }
  })()`);
  return () => inside.evaluate('({ asked: factmarkAsked.asked, most: factmarkAsked.most })');
}

/** Asks the background every second from a page of ours; the answer ends it, with the longest wait in milliseconds. */
export function watchAnswers(desk: Page): () => Promise<number> {
  let goesOn = true;
  const all = (async () => {
    let longest = 0;
    while (goesOn) {
      longest = Math.max(longest, await answerTime(desk));
      await new Promise((done) => setTimeout(done, 1_000));
    }
    return longest;
  })();
  all.catch(() => {});
  return () => {
    goesOn = false;
    return all;
  };
}
