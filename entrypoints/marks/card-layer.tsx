/**
 * The card: opens on hover after a moment and on focus at once, stays while the pointer travels to it, closes
 * on Escape, a click elsewhere, or when its badge scrolls away (WCAG 1.4.13).
 */
import { render } from 'preact';
import { dayHere } from '../../components/age';
import { Card } from '../../components/Card';
import type { CardInfo } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import { doc } from '../../lib/page/dom/safe';
import type { Overlay } from '../../lib/page/overlay/overlay';
import type { Loudness } from '../../lib/store/settings';
import type { Sighting } from '../content/sightings';
import type { PainterWorld } from '../content/world';
import { badgeElement } from './badge-element';
import { choicesOf } from './choices';
import { end, takeEscape } from './escape';
import type { Side } from './geometry';
import type { Notices } from './notices';
import { placeCard } from './place-card';
import { guardClicks } from './settled';
import { SightingMark, type Use } from './sighting-mark';
import { watchTravel } from './travel';

const OPEN_AFTER = 250;
const CLOSE_AFTER = 300;

interface Open {
  readonly mark: SightingMark;
  readonly badge: HTMLElement;
  side?: Side;
}

/** What the card layer of a session is given. */
export interface CardWorld extends PainterWorld {
  readonly overlay: Overlay;
  readonly notices: Notices;
}

/** The card of one session; ends with `signal`. */
export function createCardLayer(from: CardWorld, signal: AbortSignal) {
  const { overlay, notices, published, isSite, onFailure } = from;
  let layer: HTMLElement | undefined;
  let known: ReadonlyMap<string, CardInfo> = new Map();
  let open: Open | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const focusedIn = (element: Element | undefined): Element | undefined => {
    const { activeElement } = overlay.host().root;
    return activeElement && element?.contains(activeElement) ? activeElement : undefined;
  };

  const place = () => {
    if (open && layer) open.side = placeCard(layer, open.badge, open.mark, open.side);
  };
  /** The card came, or the page moved it; where it grows, its reader has opened a part of it. */
  let moved = () => {};
  const grown = new ResizeObserver(place);
  const ensureLayer = () => {
    if (layer) return layer;
    layer = doc.createElement('div');
    layer.className = 'card-layer';
    layer.popover = 'manual';
    moved = guardClicks(layer);
    layer.addEventListener('pointerenter', () => clearTimeout(timer));
    layer.addEventListener('pointerleave', () => closeSoon());
    layer.addEventListener('focusin', () => {
      focused = true;
    });
    layer.addEventListener('focusout', () => open && left(open.badge));
    return layer;
  };

  const show = (badge: HTMLElement, mark: SightingMark) => {
    clearTimeout(timer);
    // Pointed at, it may be gone by the time the card would open.
    if (open?.badge === badge || !badge.isConnected) return;
    close();
    const into = ensureLayer();
    const { match } = mark.sighting;
    const closeForChoice = () => {
      const near = into.getBoundingClientRect();
      const below = near.top >= badge.getBoundingClientRect().top;
      const keyboard = focusedIn(into)?.matches(':focus-visible') ?? false;
      close();
      return { near, below, keyboard };
    };
    const goOn = () => !signal.aborted && overlay.step(true);
    render(
      <Card
        card={mark.card}
        others={match.others.flatMap((id) => known.get(id) ?? [])}
        stance={match.stance}
        stanceSure={match.stanceSure}
        reasons={match.reasons}
        sentence={match.sentence}
        published={published()}
        today={dayHere(new Date())}
        {...choicesOf(mark, { notices, isSite, onFailure, goOn, close: closeForChoice })}
        onClose={() => close(true)}
      />,
      into,
    );
    // Beside its badge also in the order of Tab: badge, card, next badge.
    badge.after(into);
    into.showPopover();
    moved();
    badge.setAttribute('aria-expanded', 'true');
    open = { mark, badge };
    place();
    grown.observe(into);
  };

  const close = (backToBadge = false) => {
    clearTimeout(timer);
    if (!open || !layer) return;
    const { badge } = open;
    open = undefined;
    grown.disconnect();
    badge.setAttribute('aria-expanded', 'false');
    focused = false;
    if (layer.isConnected && layer.matches(':popover-open')) layer.hidePopover();
    render(null, layer);
    if (!backToBadge || overlay.host().root.activeElement === badge) return;
    // Focusing the badge would open the card again: it was closed on purpose.
    quiet = badge;
    badge.focus({ preventScroll: true });
  };
  let quiet: HTMLElement | undefined;
  /** Was the focus in the card, or on its badge, when it was last seen? */
  let focused = false;
  /** The focus left the badge or the card; but if the page took the badge away, wait for it to come back. */
  const left = (badge: HTMLElement) => {
    queueMicrotask(() => {
      if (!badge.isConnected) return;
      focused = false;
      closeSoon();
    });
  };
  /** The page rendered the sentence again: the open card moves to its new badge instead of vanishing under the reader. */
  const moveTo = (badge: HTMLElement, mark: SightingMark) => {
    if (!open || !layer || !badge.isConnected) return;
    open = { mark, badge };
    badge.after(layer);
    layer.showPopover();
    moved();
    badge.setAttribute('aria-expanded', 'true');
    place();
    if (!focused) return;
    quiet = badge;
    badge.focus({ preventScroll: true });
  };
  const closeSoon = (wait = CLOSE_AFTER) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A reader working inside the card with the keyboard keeps it.
      if (focusedIn(layer) || focusedIn(open?.badge)) return;
      close();
    }, wait);
  };
  watchTravel(() => open && layer?.getBoundingClientRect(), closeSoon, signal);

  // The card is what this Escape is for: a dialog of the page that is open under it stays.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !open) return;
      const at = focusedIn(layer);
      if (at) return takeEscape(event, at);
      end(event);
      close(overlay.host().root.activeElement !== null);
    },
    { signal, capture: true },
  );
  doc.addEventListener('pointerdown', (event) => open && event.target !== overlay.host().element && close(), {
    signal,
    capture: true,
  });
  const follow = () => {
    if (!open || !layer) return;
    const box = open.badge.getBoundingClientRect();
    if (!open.badge.isConnected || box.bottom < 0 || box.top > window.innerHeight) close();
    else {
      const { left, top } = layer.style;
      place();
      if (layer.style.left !== left || layer.style.top !== top) moved();
    }
  };
  window.addEventListener('scroll', follow, { signal, capture: true, passive: true });
  window.addEventListener('resize', follow, { signal, passive: true });
  signal.addEventListener('abort', () => close());

  const use: Use = {
    badge(mark) {
      const { sighting, card, loudness } = mark;
      const badge = badgeElement(sighting, card, loudness);
      if (open?.mark.key === sighting.key) requestAnimationFrame(() => moveTo(badge, mark));
      badge.addEventListener('focus', () => {
        focused = true;
        if (quiet !== badge) show(badge, mark);
        quiet = undefined;
      });
      badge.addEventListener('blur', () => left(badge));
      let wasOpen = false;
      badge.addEventListener('pointerdown', () => {
        wasOpen = open?.badge === badge;
      });
      badge.addEventListener('click', (event) => {
        // A finger has no hover: its first tap shows the card, which the focus it brings has opened by now.
        if ((event as PointerEvent).pointerType === 'touch' && !wasOpen) show(badge, mark);
        else page.openCheck({ check: sighting.match.check }).catch(onFailure);
      });
      badge.addEventListener('keydown', (event) => {
        if (event.key !== 'Tab' || event.shiftKey || open?.badge !== badge) return;
        const first = layer?.querySelector<HTMLElement>('button, summary, a');
        if (!first) return;
        event.preventDefault();
        first.focus();
      });
      return badge;
    },
    hover(mark, badge, inside) {
      clearTimeout(timer);
      if (!inside) return closeSoon();
      timer = setTimeout(() => show(badge, mark), OPEN_AFTER);
    },
  };

  return {
    /** The mark of a sighting, with all that happens when its badge is used. */
    mark: (sighting: Sighting, card: CardInfo, loudness: Loudness): SightingMark =>
      new SightingMark(sighting, card, loudness, use),
    /** All cards of the frame, by id: those of others who checked the same claim are shown with a sighting's own. */
    know(cards: ReadonlyMap<string, CardInfo>) {
      known = cards;
    },
    /** Closes the card if its sentence is no longer marked. */
    forgetGone(keys: ReadonlySet<string>) {
      if (open && !keys.has(open.mark.key)) close();
    },
  };
}
