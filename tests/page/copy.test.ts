/** Copying where the page has no clipboard to write to: by an event that the page never sees. */
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { copyByEvent, copyText } from '../../lib/page/dom/copy';
import { page } from './support';

let heard: string[] = [];
const end = new AbortController();
for (const type of ['copy', 'beforecopy'])
  document.addEventListener(type, () => heard.push(type), { signal: end.signal, capture: true });

afterEach(() => {
  heard = [];
});

/** Copies when a real click comes; answers with what then can be pasted. */
async function copied(how: () => boolean | Promise<boolean>): Promise<{ done: boolean; pasted: string }> {
  page('<button>Copy</button><textarea></textarea><p>Other words.</p>');
  const button = document.querySelector('button') as HTMLButtonElement;
  const done = new Promise<boolean>((resolve) =>
    button.addEventListener('click', () => resolve(how()), { once: true }),
  );
  await userEvent.click(button);
  const answer = await done;
  const area = document.querySelector('textarea') as HTMLTextAreaElement;
  area.focus();
  await userEvent.paste();
  return { done: answer, pasted: area.value };
}

it('puts the text on the clipboard, and the page hears nothing of it', async () => {
  const text = `A citation, number ${Math.random()}`;
  expect(await copied(() => copyByEvent(text))).toEqual({ done: true, pasted: text });
  expect(heard).toEqual([]);
});

it('does so where the page’s clipboard refuses', async () => {
  const text = `Another one, number ${Math.random()}`;
  const { clipboard } = navigator;
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
  try {
    expect(await copied(() => copyText(text))).toEqual({ done: true, pasted: text });
  } finally {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  }
  expect(heard).toEqual([]);
});
