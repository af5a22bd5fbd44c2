/**
 * What the reader has just chosen on a card, with Undo: near where the card was, for ten seconds at least, and as long as
 * the pointer or the focus is on it. It outlives the marks, for the choice may have been to have none here.
 */
import { render } from 'preact';
import { Notice } from '../../components/Notice';
import { doc } from '../../lib/page/dom/safe';
import type { MovableHost } from '../../lib/page/overlay/host';
import { pause } from '../../lib/page/time/lifecycle';
import { direction, say } from '../../lib/words';
import { takeEscape } from './escape';
import type { Box } from './geometry';
import { unzoom } from './place-card';
import { guardClicks } from './settled';

const STAY = 10_000;
/** Once nobody is on it any more, and for what needs no answer. */
const LINGER = 4_000;
/** A mark that is brought back has so long to come, to have the focus back. */
const RETURN = 5_000;
const EDGE = 8;

export interface Choice {
  readonly text: string;
  /** Key of the mark. */
  readonly key: string;
  /** Where the card was, and whether it stood below its badge. */
  readonly near: Box;
  readonly below: boolean;
  /** Was it made with the keyboard? Then the focus goes to Undo, and on from there to the next badge. */
  readonly keyboard: boolean;
  /** What it does; the notice says if that failed. */
  readonly done: Promise<unknown>;
  readonly undo: () => Promise<unknown>;
  /** Takes the focus on to the next badge; false if there is none. */
  readonly goOn: () => boolean;
}

/** The notices of a frame, drawn in `host`; they end with `life`. */
export function createNotices(host: MovableHost, onFailure: (error: unknown) => void, life: AbortSignal) {
  let release: (() => void) | undefined;
  let countdown: AbortController | undefined;
  let returning: { readonly key: string; readonly until: number } | undefined;
  let over: AbortController | undefined;

  /** Ends what is shown. */
  const close = () => {
    countdown?.abort();
    over?.abort();
    over = undefined;
    release?.();
    release = undefined;
  };
  life.addEventListener('abort', close);

  const show = (choice: Choice) => {
    close();
    over = new AbortController();
    const { signal } = over;
    release = host.hold(host.home());
    const layer = doc.createElement('div');
    layer.className = 'notice-layer';
    layer.popover = 'manual';
    host.root.append(layer);
    const on = new Set<'pointer' | 'focus'>();
    const leaveAfter = async (ms: number) => {
      countdown?.abort();
      countdown = new AbortController();
      const turn = AbortSignal.any([signal, countdown.signal]);
      await pause(ms, turn);
      if (!turn.aborted) close();
    };
    const held = (what: 'pointer' | 'focus', is: boolean) => {
      if (is) on.add(what);
      else on.delete(what);
      if (on.size > 0) countdown?.abort();
      else void leaveAfter(Math.max(LINGER, shown + STAY - performance.now()));
    };
    const shown = performance.now();
    layer.addEventListener('pointerenter', () => held('pointer', true));
    layer.addEventListener('pointerleave', () => held('pointer', false));
    layer.addEventListener('focusin', () => held('focus', true));
    layer.addEventListener('focusout', () => held('focus', false));
    const focused = () => {
      const { activeElement } = host.root;
      return activeElement && layer.contains(activeElement) ? activeElement : undefined;
    };
    const leave = () => {
      const keyboard = focused()?.matches(':focus-visible');
      close();
      if (keyboard) choice.goOn();
    };
    const draw = (text: string, onUndo?: () => void) => {
      render(<Notice text={text} onUndo={onUndo} onClose={leave} />, layer);
    };
    const undo = () => {
      if (focused()?.matches(':focus-visible'))
        returning = { key: choice.key, until: performance.now() + RETURN };
      draw(say('card_notice_undone'));
      on.delete('focus');
      void leaveAfter(LINGER);
      choice.undo().catch(failed);
    };
    const failed = (error: unknown) => {
      onFailure(error);
      if (!signal.aborted) draw(say('card_notice_failed'));
    };
    window.addEventListener(
      'keydown',
      (event) => {
        const at = focused();
        if (event.key === 'Escape' && at) takeEscape(event, at);
      },
      { signal, capture: true },
    );
    layer.addEventListener('keydown', (event) => {
      const last = [...layer.querySelectorAll('button')].at(-1);
      if (event.key === 'Tab' && !event.shiftKey && focused() === last && choice.goOn())
        event.preventDefault();
    });
    // Its words come a moment after itself.
    const grown = new ResizeObserver(() => placeNotice(layer, choice));
    grown.observe(layer);
    signal.addEventListener('abort', () => {
      grown.disconnect();
      if (layer.isConnected && layer.matches(':popover-open')) layer.hidePopover();
      render(null, layer);
      layer.remove();
    });
    layer.showPopover();
    // It comes where the card was: a second click was meant for that.
    guardClicks(layer)();
    draw(choice.text, undo);
    void leaveAfter(STAY);
    if (choice.keyboard) layer.querySelector('button')?.focus({ preventScroll: true });
    choice.done.catch(failed);
  };

  return {
    show,
    /** The mark that had the focus when its choice was taken back, if it is among `keys` now; told once. */
    returned(keys: ReadonlySet<string>): string | undefined {
      if (!returning || !keys.has(returning.key)) return undefined;
      const { key, until } = returning;
      returning = undefined;
      return performance.now() < until ? key : undefined;
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;

/** At the corner of the card that was nearest to its sentence; inside the viewport in any case. */
function placeNotice(layer: HTMLElement, { near, below }: Choice): void {
  unzoom(layer);
  const { width, height } = layer.getBoundingClientRect();
  const left = direction() === 'rtl' ? near.right - width : near.left;
  const top = below ? near.top : near.bottom - height;
  const clamp = (n: number, most: number) => `${Math.round(Math.max(EDGE, Math.min(n, most - EDGE)))}px`;
  layer.style.left = clamp(left, window.innerWidth - width);
  layer.style.top = clamp(top, window.innerHeight - height);
}
