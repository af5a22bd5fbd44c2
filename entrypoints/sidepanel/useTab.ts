/** The active tab of the window that the panel stands in. Nothing is polled: tabs, frames and storage tell of changes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from '../../lib/browser';
import { panel } from '../../lib/messages/client';
import { onChange } from '../../lib/store/changes';
import { watchFrames } from './frames';

export type TabAnswer = Awaited<ReturnType<typeof panel.tabBeside>>;

export interface TabBeside {
  readonly answer: TabAnswer | undefined;
  /** Key of the sentence in view. */
  readonly inView: string | undefined;
  /** Still waiting for the page after `PATIENCE`. */
  readonly slow: boolean;
  /** The background did not answer the last time; it is asked again. */
  readonly lost: boolean;
}

/** Many things tell of one change: they are waited for so long, milliseconds. */
const TOGETHER = 50;
const PATIENCE = 5_000;
/** Waits before a background that did not answer is asked again, milliseconds; the last one from then on. */
const RETRIES = [500, 2_000, 10_000];

export function useTab(windowId: number | undefined): TabBeside {
  const [answer, setAnswer] = useState<TabAnswer>();
  const [inView, setInView] = useState<string>();
  const [lost, setLost] = useState(false);
  const slow = useSlow(answer === undefined || answer.view.kind === 'waiting', answer?.tabId);
  const shown = useRef('');
  useEffect(() => {
    if (windowId === undefined) return undefined;
    const life = new AbortController();
    const { signal } = life;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    let failures = 0;
    let tabId = -1;

    const ask = async () => {
      timer = undefined;
      const mine = ++turn;
      const next = await panel.tabBeside({ windowId }).catch(() => undefined);
      if (mine !== turn || signal.aborted) return;
      setLost(next === undefined);
      if (next === undefined) {
        soon(RETRIES[Math.min(failures++, RETRIES.length - 1)]);
        return;
      }
      failures = 0;
      tabId = next.tabId;
      const text = JSON.stringify(next);
      if (text !== shown.current) setAnswer(next);
      shown.current = text;
      frames(next.tabId, framesOf(next));
    };
    const soon = (wait = TOGETHER) => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), wait);
    };
    const frames = watchFrames({ changed: () => soon(), inView: setInView }, signal);

    const { tabs, storage, permissions } = browser;
    const listen = <L extends (...args: never[]) => void>(
      event: { addListener(l: L): void; removeListener(l: L): void },
      listener: L,
    ) => {
      event.addListener(listener);
      signal.addEventListener('abort', () => event.removeListener(listener));
    };
    listen(tabs.onActivated, (active) => active.windowId === windowId && soon());
    listen(tabs.onUpdated, (id, { status, url }) => id === tabId && (status ?? url) !== undefined && soon());
    listen(tabs.onReplaced, () => soon());
    listen(permissions.onAdded, () => soon());
    listen(permissions.onRemoved, () => soon());
    // The background notes there what each tab holds (`background/tabs.ts`).
    listen(storage.onChanged, (changes, area) => area === 'session' && `tab:${tabId}` in changes && soon());
    onChange(() => soon(), signal);
    soon(0);
    return () => {
      life.abort();
      clearTimeout(timer);
    };
  }, [windowId]);
  return { answer, inView, slow, lost };
}

/** The page itself, and those of its frames that hold something. */
function framesOf({ view }: TabAnswer): number[] {
  if (view.kind === 'unreadable') return [];
  return [0, ...(view.kind === 'read' ? new Set(view.report.matches.map(({ frame }) => frame)) : [])];
}

/** Has it been waited for longer than `PATIENCE`? `what` is what is waited for. */
function useSlow(waiting: boolean, what: unknown): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!waiting) return undefined;
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [waiting, what]);
  return slow && waiting;
}
