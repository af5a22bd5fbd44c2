/** What the test drives in the page: the same for every framework. */
import { COPIES, copies, KINDS, ordered } from './texts';

/** An app as the framework's own entry gives it. */
export interface App {
  /** Renders round 0 into an empty root, or takes over what the server rendered. */
  start(how: 'mount' | 'hydrate'): void;
  /** Renders round `n` and has it in the document when done. */
  render(n: number): void | Promise<void>;
}

/** What the page gives the test. */
export interface Harness {
  readonly errors: string[];
  start(how: 'mount' | 'hydrate'): Promise<void>;
  /** Renders rounds `from` to `to`, two frames each, and answers with every wrong text met. */
  rounds(from: number, to: number): Promise<string[]>;
  /** Wrong texts in round `n`. */
  wrong(n: number): string[];
  /** Remembers the nodes of all copies as they are now. */
  remember(): void;
  /** Copies whose element is another one than it was, of those that stay in every round. */
  replaced(): number;
}

declare global {
  interface Window {
    app: Harness;
  }
}

const frame = () => new Promise((done) => requestAnimationFrame(done));
/** Not there in every round, so made again by design. */
const COMES_AND_GOES = new Set(['portal', 'removed']);

/** All copies on the page by name, in document order. */
function copiesNow(): Map<string, HTMLElement[]> {
  const all = new Map<string, HTMLElement[]>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const name = element.dataset.copy ?? '';
    all.set(name, [...(all.get(name) ?? []), element]);
  }
  return all;
}

function wrong(n: number): string[] {
  const now = copiesNow();
  const texts: string[] = [];
  for (const [kind, text] of Object.entries(KINDS))
    for (const i of copies) {
      const found = (now.get(`${kind}-${i}`) ?? []).map((e) => e.textContent);
      const wanted = text(i, n);
      if (found.length !== (wanted === null ? 0 : 1) || (wanted !== null && found[0] !== wanted))
        texts.push(`${kind}-${i} in round ${n}: ${JSON.stringify(found)}`);
    }
  const items = [...now.keys()].filter((name) => name.startsWith('item-'));
  if (
    items.join() !==
    ordered(n)
      .map((i) => `item-${i}`)
      .join()
  )
    texts.push(`items out of order in round ${n}`);
  const fields = [...document.querySelectorAll('textarea')].map((e) => e.value);
  if (fields.length !== COPIES || fields.some((value, i) => value !== KINDS.field?.(i, n)))
    texts.push(`fields with other values in round ${n}`);
  return texts;
}

/** Puts `window.app` into the page. `errors` hears of every error the framework or the page has. */
export function install(app: App, errors: string[]): void {
  addEventListener('error', (event) => errors.push(`window: ${event.message}`));
  addEventListener('unhandledrejection', (event) => errors.push(`promise: ${event.reason}`));
  for (const level of ['error', 'warn'] as const) {
    const say = console[level];
    console[level] = (...words: unknown[]) => {
      errors.push(`${level}: ${words.join(' ').slice(0, 300)}`);
      say.apply(console, words);
    };
  }
  let remembered = new Map<string, HTMLElement[]>();
  window.app = {
    errors,
    async start(how) {
      app.start(how);
      await frame();
      await frame();
    },
    async rounds(from, to) {
      const met: string[] = [];
      for (let n = from; n <= to; n++) {
        await app.render(n);
        met.push(...wrong(n));
        await frame();
        await frame();
        met.push(...wrong(n));
      }
      return met;
    },
    wrong,
    remember() {
      remembered = copiesNow();
    },
    replaced() {
      const now = copiesNow();
      return [...remembered].filter(
        ([name, elements]) =>
          !COMES_AND_GOES.has(name.split('-')[0] ?? '') &&
          elements.some((e, at) => now.get(name)?.[at] !== e),
      ).length;
    },
  };
}
