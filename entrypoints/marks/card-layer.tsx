/**
 * The card: opens on hover after a moment and on focus at once, stays while the pointer travels to it, closes
 * on Escape, a click elsewhere, or when its badge scrolls away (WCAG 1.4.13).
 */
import { render } from 'preact';
import { Card } from '../../components/Card';
import type { CardInfo } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import { doc } from '../../lib/page/dom/safe';
import type { Overlay } from '../../lib/page/overlay/overlay';
import type { Settings } from '../../lib/store/settings';
import type { Sighting } from '../content/sightings';
import { badgeElement } from './badge-element';
import { placeCard } from './place-card';
import { SightingMark, type Use } from './sighting-mark';

const OPEN_AFTER = 250;
const CLOSE_AFTER = 300;

interface Open {
  readonly key: string;
  readonly badge: HTMLElement;
}

/** The card of one session; ends with `signal`. `onFailure` hears of calls that nobody answered. */
export function createCardLayer(overlay: Overlay, onFailure: (error: unknown) => void, signal: AbortSignal) {
  let layer: HTMLElement | undefined;
  let known: ReadonlyMap<string, CardInfo> = new Map();
  let open: Open | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ensureLayer = () => {
    if (layer) return layer;
    layer = doc.createElement('div');
    layer.className = 'card-layer';
    layer.popover = 'manual';
    layer.addEventListener('pointerenter', () => clearTimeout(timer));
    layer.addEventListener('pointerleave', () => closeSoon());
    layer.addEventListener('focusin', () => {
      focused = true;
    });
    layer.addEventListener('focusout', () => open && left(open.badge));
    return layer;
  };

  const show = (badge: HTMLElement, sighting: Sighting, card: CardInfo) => {
    clearTimeout(timer);
    if (open?.badge === badge) return;
    close();
    const into = ensureLayer();
    const { match } = sighting;
    const act = (call: Promise<unknown>) => void call.catch(onFailure);
    render(
      <Card
        card={card}
        others={match.others.flatMap((id) => known.get(id) ?? [])}
        stance={match.stance}
        stanceSure={match.stanceSure}
        reasons={match.reasons}
        sentence={match.sentence}
        onOpen={() => act(page.openCheck({ check: match.check }))}
        onDismiss={() => {
          const keyboard = into.contains(overlay.host().root.activeElement);
          close();
          act(page.dismissClaim({ check: match.check, sentence: match.sentence }));
          // The badge is about to go: a reader with a keyboard is taken on to the next one, not to the top of the page.
          if (keyboard) overlay.step(true);
        }}
        onSiteOff={() => {
          close();
          act(page.switchSite({ on: false }));
        }}
        onClose={() => close(true)}
      />,
      into,
    );
    // Beside its badge also in the order of Tab: badge, card, next badge.
    badge.after(into);
    into.showPopover();
    badge.setAttribute('aria-expanded', 'true');
    open = { key: sighting.key, badge };
    placeCard(into, badge);
  };

  const close = (backToBadge = false) => {
    clearTimeout(timer);
    if (!open || !layer) return;
    const { badge } = open;
    open = undefined;
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
  const moveTo = (badge: HTMLElement) => {
    if (!open || !layer || !badge.isConnected) return;
    open = { key: open.key, badge };
    badge.after(layer);
    layer.showPopover();
    badge.setAttribute('aria-expanded', 'true');
    placeCard(layer, badge);
    if (!focused) return;
    quiet = badge;
    badge.focus({ preventScroll: true });
  };
  const closeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { root } = overlay.host();
      const focus = root.activeElement;
      // A reader working inside the card with the keyboard keeps it.
      if (focus && (layer?.contains(focus) || focus === open?.badge)) return;
      close();
    }, CLOSE_AFTER);
  };

  // The card is what this Escape is for: a dialog of the page that is open under it stays.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !open) return;
      event.preventDefault();
      event.stopImmediatePropagation();
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
    else placeCard(layer, open.badge);
  };
  window.addEventListener('scroll', follow, { signal, capture: true, passive: true });
  window.addEventListener('resize', follow, { signal, passive: true });
  signal.addEventListener('abort', () => close());

  const use: Use = {
    badge({ sighting, card, loudness }) {
      const badge = badgeElement(sighting, card, loudness);
      if (open?.key === sighting.key) requestAnimationFrame(() => moveTo(badge));
      badge.addEventListener('focus', () => {
        focused = true;
        if (quiet !== badge) show(badge, sighting, card);
        quiet = undefined;
      });
      badge.addEventListener('blur', () => left(badge));
      let wasOpen = false;
      badge.addEventListener('pointerdown', () => {
        wasOpen = open?.badge === badge;
      });
      badge.addEventListener('click', (event) => {
        // A finger has no hover: its first tap shows the card, which the focus it brings has opened by now.
        if ((event as PointerEvent).pointerType === 'touch' && !wasOpen) show(badge, sighting, card);
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
    hover({ sighting, card }, badge, inside) {
      clearTimeout(timer);
      if (!inside) return closeSoon();
      timer = setTimeout(() => show(badge, sighting, card), OPEN_AFTER);
    },
  };

  return {
    /** The mark of a sighting, with all that happens when its badge is used. */
    mark: (sighting: Sighting, card: CardInfo, loudness: Settings['loudness']): SightingMark =>
      new SightingMark(sighting, card, loudness, use),
    /** All cards of the frame, by id: those of others who checked the same claim are shown with a sighting's own. */
    know(cards: ReadonlyMap<string, CardInfo>) {
      known = cards;
    },
    /** Closes the card if its sentence is no longer marked. */
    forgetGone(keys: ReadonlySet<string>) {
      if (open && !keys.has(open.key)) close();
    },
  };
}
