/** One state of a component, in a shadow root of its own with the style sheet of its surface. */
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { State, SurfaceName } from './state';
import { sheetOf } from './surfaces';

/** Resolves when every state is as it should be: all that was to be clicked is clicked. */
const waiting: Promise<void>[] = [];
export const allShown = async (): Promise<void> => void (await Promise.all(waiting));

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

async function come(root: ShadowRoot, clicks: readonly string[]): Promise<void> {
  for (const selector of clicks) {
    await nextFrame();
    const target = root.querySelector<HTMLElement>(selector);
    if (!target) throw new Error(`Nothing to click: ${selector}`);
    target.click();
  }
  await nextFrame();
}

export function Shown({ state, surface }: { state: State; surface: SurfaceName }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element || element.shadowRoot) return;
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(surface)];
    // What closes when the focus goes on stays open: all states are seen at once.
    root.addEventListener('focusout', (event) => event.stopPropagation(), { capture: true });
    render(<Showing state={state} />, root);
    waiting.push(come(root, state.clicks ?? []));
  }, []);
  return <div ref={host} class="shown" data-focus={state.focus} />;
}

const Showing = ({ state }: { state: State }) => state.show();
