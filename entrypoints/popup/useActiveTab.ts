/** What the background knows about the active tab, asked again and again while the popup is open. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { panel } from '../../lib/messages/client';

export type TabAnswer = Awaited<ReturnType<typeof panel.activeTab>>;

export interface ActiveTab {
  readonly answer: TabAnswer | undefined;
  /** Still waiting for the page after `PATIENCE`. */
  readonly slow: boolean;
  /** The background did not answer the last time. */
  readonly lost: boolean;
  /** Asks now rather than at the next turn. */
  readonly refresh: () => void;
}

const EAGER = 300;
const CALM = 1_000;
const PATIENCE = 5_000;

const waits = (answer: TabAnswer | undefined): boolean =>
  answer === undefined || answer.view.kind === 'waiting';

export function useActiveTab(): ActiveTab {
  const [state, setState] = useState<Omit<ActiveTab, 'refresh'>>({
    answer: undefined,
    slow: false,
    lost: false,
  });
  const ask = useRef<() => void>(() => {});
  useEffect(() => {
    const opened = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    let shown = '';
    const show = (next: Omit<ActiveTab, 'refresh'>) => {
      const text = JSON.stringify(next);
      if (text === shown) return;
      shown = text;
      setState(next);
      if (!waits(next.answer)) performance.mark('answered');
    };
    const run = async () => {
      const mine = ++turn;
      clearTimeout(timer);
      const answer = await panel.activeTab().catch(() => undefined);
      if (mine !== turn) return;
      const patient = performance.now() - opened < PATIENCE;
      const waiting = waits(answer);
      show({ answer, slow: waiting && !patient, lost: answer === undefined });
      timer = setTimeout(run, waiting && patient ? EAGER : CALM);
    };
    ask.current = () => void run();
    void run();
    return () => {
      turn = -1;
      clearTimeout(timer);
    };
  }, []);
  return { ...state, refresh: () => ask.current() };
}
