/** Copying where the page has no clipboard to write to: by an event that the page never sees. */
import { afterEach, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { copyByEvent, copyText } from '../../lib/page/dom/copy';
import { page } from './support';

let heard: string[] = [];
const end = new AbortController();
for (const type of ['copy', 'beforecopy'])
  document.addEventListener(type, () => heard.push(type), { signal: end.signal, capture: true });

afterEach(() => {
  heard = [];
});

/** Copies when a real click comes; answers whether the browser let us. */
async function copied(how: () => boolean | Promise<boolean>): Promise<boolean> {
  page('<button>Copy</button><p>Other words.</p>');
  const button = document.querySelector('button') as HTMLButtonElement;
  const done = new Promise<boolean>((resolve) =>
    button.addEventListener('click', () => resolve(how()), { once: true }),
  );
  const { x, y, width, height } = button.getBoundingClientRect();
  // The test's page is a frame, which may be scaled into its window.
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const scale = frame.width / innerWidth;
  const gesture = commands as unknown as { click(x: number, y: number): Promise<void> };
  await gesture.click(frame.left + (x + width / 2) * scale, frame.top + (y + height / 2) * scale);
  return done;
}

it('is allowed after a click, and the page hears nothing of it', async () => {
  expect(await copied(() => copyByEvent('A citation'))).toBe(true);
  expect(heard).toEqual([]);
});

it('is done so where the page’s clipboard refuses', async () => {
  const { clipboard } = navigator;
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
  try {
    expect(await copied(() => copyText('Another one'))).toBe(true);
  } finally {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  }
  expect(heard).toEqual([]);
});
