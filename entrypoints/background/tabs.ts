/**
 * One count and one list for a tab of many frames. Which frames have something to tell is kept in session storage,
 * because the background may die at any time; what they have to tell is asked of them when it is needed.
 */
import { browser } from '../../lib/browser';
import type { OffReason, PageMatch, TabMatch, TabView } from '../../lib/messages/calls';
import { tab } from '../../lib/messages/client';
import type { Settings } from '../../lib/store/settings';
import { showTab } from './toolbar';

/** What is remembered of a tab. */
interface Known {
  /** Frames that were read, and how many matches each holds. */
  readonly frames: Readonly<Record<number, number>>;
  /** The frame that the keyboard command was in last. */
  readonly at?: number;
  /** Why the page itself is not read. */
  readonly off?: OffReason | undefined;
  /** Another number for each page that started here, so that a panel beside it hears of it. */
  readonly page?: number;
  /** What was said “Not this claim” to in a private tab: kept in memory, as long as the tab is open. */
  readonly dismissed?: readonly Dismissed[];
}

type Dismissed = Settings['dismissed'][number];

/** Frames remembered of a tab, the page itself among them; a page can have thousands. */
export const MOST_FRAMES = 100;
/** Matches taken from a frame, and listed of a tab; characters of each: what is longer was not written by our content script. */
const MOST_MATCHES = 2_000;
const LONGEST = 10_000;
/**
 * A frame that hangs must not keep the others from being listed: milliseconds without any answer, and of all. On a page
 * of a hundred frames each takes longer than that at times, and then one answers after the other.
 */
const PATIENCE = 1_000;
const MOST_PATIENCE = 5_000;
/** What a busy frame has told still holds: it is forgotten only when it says nothing for this long, twice. */
const SILENCE = 15_000;

/** Of a tab that is not known, or was closed. */
const NOTHING: Known = { frames: {} };

const nameOf = (tabId: number) => `tab:${tabId}`;

async function read(tabId: number): Promise<Known> {
  const name = nameOf(tabId);
  const known = (await browser.storage.session.get(name))[name] as Known | undefined;
  return known ?? NOTHING;
}

/** One change after another: each reads what the one before has left. */
let last: Promise<unknown> = Promise.resolve();
function change(tabId: number, alter: (known: Known) => Known): Promise<void> {
  const next = last.then(async () => {
    const known = await read(tabId);
    const altered = alter(known);
    if (altered === known) return;
    await browser.storage.session.set({ [nameOf(tabId)]: altered });
    const count = Object.values(altered.frames).reduce((sum, n) => sum + n, 0);
    // The browser gives a tab its common look again when another page starts in it.
    const plain = altered.page !== known.page;
    if (!plain && altered.frames === known.frames && altered.off === known.off) return;
    await showTab(tabId, { count, off: altered.off }, { off: plain ? undefined : known.off });
  });
  last = next.catch(() => {});
  return next;
}

const without = ({ frames, ...rest }: Known, gone: readonly number[]): Known => ({
  ...rest,
  frames: Object.fromEntries(Object.entries(frames).filter(([id]) => !gone.includes(Number(id)))),
});

/** Remembered frames in the order of the list: the page itself, then its frames as they came. */
const framesOf = ({ frames }: Known): number[] =>
  Object.keys(frames)
    .map(Number)
    .sort((a, b) => a - b);

/** Frames of a tab that have told that they were read. */
export const framesIn = async (tabId: number): Promise<readonly number[]> => framesOf(await read(tabId));

/** Notes how many words and matches a frame holds now; 0 words: nothing was or may be read there. */
export function noteFrame(
  tabId: number,
  frameId: number,
  { words, matches }: { words: number; matches: number },
): Promise<void> {
  return change(tabId, (known) => {
    // Shown again also if it is known: who was told before may have been ended before it was shown.
    if (!(words > 0)) return known === NOTHING ? known : without(known, [frameId]);
    if (!(frameId in known.frames) && framesOf(known).length >= MOST_FRAMES) return known;
    const count = Math.min(Math.max(0, Math.floor(Number(matches)) || 0), MOST_MATCHES);
    return { ...known, frames: { ...known.frames, [frameId]: count } };
  });
}

/**
 * A document starts in a frame: what stood there before is gone. If it is the tab's page, its other frames are of the
 * page before it or of this one already; those that do not answer are forgotten. `off`: why the page is not read.
 */
export async function startFrame(tabId: number, frameId: number, off?: OffReason): Promise<void> {
  if (frameId !== 0)
    return change(tabId, (known) => (frameId in known.frames ? without(known, [frameId]) : known));
  await change(tabId, (known) => ({ ...without(known, [0]), off, page: (known.page ?? 0) + 1 }));
  await askFrames(tabId, []);
}

/** Notes whether a tab's page is read, and why not. */
export const noteState = (tabId: number, off: OffReason | undefined): Promise<void> =>
  change(tabId, (known) => (known.off === off ? known : { ...known, off }));

/** Sentences that are kept as “Not this claim” of a private tab: the oldest go first. */
const MOST_DISMISSED = 200;

/** What was said “Not this claim” to in a private tab. */
export const dismissedIn = async (tabId: number): Promise<readonly Dismissed[]> =>
  (await read(tabId)).dismissed ?? [];

/** Says it, or takes it back. */
export const dismissIn = (tabId: number, { check, sentence }: Dismissed, on: boolean): Promise<void> =>
  change(tabId, (known) => {
    const others = (known.dismissed ?? []).filter((d) => d.check !== check || d.sentence !== sentence);
    return { ...known, dismissed: on ? [...others.slice(1 - MOST_DISMISSED), { check, sentence }] : others };
  });

/** Forgets a tab that was closed, after what was still to be noted of it. */
export function forgetTab(tabId: number): Promise<void> {
  const next = last.then(() => browser.storage.session.remove(nameOf(tabId)));
  last = next.catch(() => {});
  return next;
}

/** What `first` and then the other frames of a tab tell, by frame; of those, where nobody is any more is forgotten. */
async function askFrames(tabId: number, first: readonly number[]): Promise<Map<number, TabView>> {
  const others = framesOf(await read(tabId)).filter((id) => id !== 0);
  const answers = new Map<number, TabView>();
  const gone = new Set<number>();
  const ask = (id: number) => {
    const status = tab(tabId, id).status();
    const heard = status.then(
      (view) => void answers.set(id, view),
      () => void gone.add(id),
    );
    return { id, status, heard };
  };
  const needed = first.map(ask);
  const wanted = others.map(ask);
  await Promise.all(needed.map(({ heard }) => heard));
  await whileTheyCome(wanted.map(({ heard }) => heard));
  for (const { id, status } of wanted)
    if (!answers.has(id) && !gone.has(id)) void forgetIfSilent(tabId, id, status);
  // In the order they were asked in, not that of their answers.
  const views = [...first, ...others].flatMap((id) => {
    const view = answers.get(id);
    return view ? [[id, view] as const] : [];
  });
  const left = others.filter((id) => gone.has(id));
  if (left.length > 0) await change(tabId, (known) => without(known, left));
  return new Map(views);
}

/** Waits for all `answers`, as long as one comes after the other. */
async function whileTheyCome(answers: readonly Promise<void>[]): Promise<void> {
  const end = performance.now() + MOST_PATIENCE;
  const open = new Set(answers);
  for (const answer of answers) void answer.then(() => open.delete(answer));
  try {
    while (open.size > 0) await inTime(Promise.race(open), Math.min(PATIENCE, end - performance.now()));
  } catch {
    // Of the others it is told without them.
  }
}

/** Forgets a frame that was asked and has not answered yet, should nobody answer there the second time either. */
async function forgetIfSilent(tabId: number, id: number, asked: Promise<unknown>): Promise<void> {
  const isThere = (answer: Promise<unknown>) =>
    inTime(answer, SILENCE).then(
      () => true,
      () => false,
    );
  if ((await isThere(asked)) || (await isThere(tab(tabId, id).status()))) return;
  await change(tabId, (known) => without(known, [id]));
}

/** What a tab holds with all its frames, or `undefined` if nobody answers there. */
export async function viewOf(tabId: number): Promise<TabView<TabMatch> | undefined> {
  const answers = await askFrames(tabId, [0]);
  const top = answers.get(0);
  if (!top || top.kind === 'unreadable' || top.kind === 'waiting') return top;
  if (top.kind === 'off' && top.why !== 'publisher') return top;
  let words = 0;
  const matches: TabMatch[] = [];
  for (const [frame, view] of answers) {
    if (view.kind !== 'read') continue;
    words += view.report.words;
    for (const match of view.report.matches.slice(0, MOST_MATCHES - matches.length))
      if (isSound(match)) matches.push({ ...match, frame, mark: match.key, key: `${frame} ${match.key}` });
  }
  // A page that asked not to be read may show frames of others, who did not.
  if (top.kind === 'off' && matches.length === 0) return top;
  return { kind: 'read', host: top.host, report: { words, matches } };
}

const isSound = ({ key, check, sentence }: PageMatch): boolean =>
  [key, check, sentence].every((text) => typeof text === 'string' && text.length <= LONGEST);

/** One step after another: each begins in the frame where the one before has ended. */
let steps: Promise<unknown> = Promise.resolve();

/** Takes the reader to the next or previous badge of a tab, from frame to frame and around. */
export function stepIn(tabId: number, forward: boolean): Promise<void> {
  const next = steps.then(() => stepOnce(tabId, forward));
  steps = next.catch(() => {});
  return next;
}

async function stepOnce(tabId: number, forward: boolean): Promise<void> {
  const known = await read(tabId);
  const marked = framesOf(known).filter((id) => known.frames[id]);
  if (!forward) marked.reverse();
  const at = marked.indexOf(known.at ?? -1);
  const sequence = [...marked.slice(Math.max(0, at)), ...marked.slice(0, Math.max(0, at))];
  const [here] = sequence;
  if (here === undefined) return;
  // Around to the frame where it began, if no other has a badge.
  for (const [i, frame] of [...sequence, here].entries()) {
    const query = { forward, enter: i > 0 };
    const there = await inTime(tab(tabId, frame).step(query), PATIENCE).catch(() => false);
    if (there) return change(tabId, (now) => ({ ...now, at: frame }));
  }
}

/** Rejects when `promise` takes longer than `patience` milliseconds. */
function inTime<T>(promise: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
