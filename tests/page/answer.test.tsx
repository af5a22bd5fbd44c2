/** A question to the background that nobody answers at first: it may just have been ended. */
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useAnswer } from '../../entrypoints/options/useAnswer';
import { root } from './root';
import { painted } from './support';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is shown of answers that fail `failures` times; `asked` counts. */
function asking(failures: number) {
  const asked = { times: 0 };
  const ask = async () => {
    if (++asked.times <= failures) throw new Error('nobody answered');
    return `answer ${asked.times}`;
  };
  const Shown = ({ since }: { since: number }) => <p>{useAnswer(ask, since) ?? 'none'}</p>;
  return { asked, show: (since: number) => render(<Shown since={since} />, root) };
}

/** What is shown, some time later. */
const later = () => {
  vi.advanceTimersByTime(1_000);
  return root.textContent;
};

it('is asked again until it is answered', async () => {
  const { asked, show } = asking(2);
  show(1);
  await expect.poll(later).toBe('answer 3');
  show(2);
  await expect.poll(later).toBe('answer 4');
  expect(asked.times).toBe(4);
});

it('is not asked again once nobody wants to know', async () => {
  const { asked, show } = asking(9);
  show(1);
  await expect.poll(() => asked.times).toBe(1);
  await painted();
  render(null, root);
  await painted();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.times).toBe(1);
});
