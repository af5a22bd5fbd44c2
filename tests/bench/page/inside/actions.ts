/** What a reader and a page do, from within the page: each action between two user timings named after it. */

const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
const element = (selector: string) => document.querySelector(selector) as HTMLElement;

async function phase<T>(name: string, run: () => Promise<T>): Promise<T> {
  await frame();
  performance.mark(`bench:${name}:start`);
  const result = await run();
  performance.mark(`bench:${name}:end`);
  return result;
}

/** Scrolls `px` a frame for `frames` frames, and turns round at the ends of the page. */
export async function scroll(frames: number, px: number): Promise<void> {
  await phase('scroll', async () => {
    let step = px;
    for (let i = 0; i < frames; i++) {
      const before = scrollY;
      scrollBy({ top: step, behavior: 'instant' });
      if (scrollY === before) step = -step;
      await frame();
    }
  });
  scrollTo({ top: 0, behavior: 'instant' });
  await frame();
  await frame();
}

/** One element that has nothing to do with any mark is moved by script in every frame. */
export const idle = (frames: number): Promise<void> =>
  phase('idle', async () => {
    const ticker = element('#ticker');
    for (let i = 0; i < frames; i++) {
      ticker.style.transform = `translateX(${i % 40}px)`;
      await frame();
    }
  });

/**
 * The page's own burst: `each` paragraphs in and `each` out a frame, near the marks; the milliseconds that took its own
 * script. The phase goes on for as long as an observer may take to look at what came.
 */
export const burst = (frames: number, each: number): Promise<number> =>
  phase('burst', async () => {
    const homes = [...document.querySelectorAll('section > p')].slice(0, 400);
    let added: Element[] = [];
    const times: number[] = [];
    for (let i = 0; i < frames; i++) {
      const started = performance.now();
      for (const old of added) old.remove();
      added = [];
      for (let n = 0; n < each; n++) {
        const p = document.createElement('p');
        p.textContent = `Paragraph ${i} ${n} of the burst, with as many words as make up a line of text here.`;
        homes[(i * each + n) % homes.length]?.before(p);
        added.push(p);
      }
      times.push(performance.now() - started);
      await frame();
    }
    for (const old of added) old.remove();
    await new Promise((r) => setTimeout(r, 500));
    // Of each frame about the same is wanted: a frame in which something else ran does not count.
    return (times.sort((a, b) => a - b)[frames >> 2] ?? 0) * frames;
  });

const latencies: number[] = [];

/** Focuses the editor and notes for each key how long it takes until its frame is done. */
export function startTyping(): void {
  const area = element('textarea');
  area.addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => latencies.push(performance.now() - timeStamp);
      port2.postMessage(0);
    });
  });
  area.focus({ preventScroll: true });
  performance.mark('bench:typing:start');
}

/** Milliseconds from each key to the end of its frame. */
export function endTyping(): number[] {
  performance.mark('bench:typing:end');
  return latencies;
}

/** `batches` of `each` posts come at the end of the feed; only the last `kept` stay. */
export async function feed(batches: number, each: number, kept: number): Promise<void> {
  const words = element('#words').textContent ?? '';
  const home = element('#feed');
  let at = 0;
  const take = (n: number) => {
    at = (at + n) % (words.length - 1_000);
    return words.slice(at, at + n);
  };
  for (let k = 0; k < batches; k++) {
    const posts = document.createDocumentFragment();
    for (let i = 0; i < each; i++) {
      const post = document.createElement('div');
      post.className = 'post';
      for (const [tag, length] of [
        ['b', 20],
        ['p', 220],
        ['p', 160],
        ['button', 5],
        ['div', 30],
      ] as const) {
        const part = document.createElement(tag);
        part.textContent = take(length);
        post.append(part);
      }
      posts.append(post);
    }
    home.append(posts);
    while (home.children.length > kept) home.firstElementChild?.remove();
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    for (let n = 0; n < 4; n++) await frame();
  }
}
