/** The marks of one block, drawn as one element so that they move together. */
import type { Rect } from '../ranges';
import { clipOf, isCovered, type Placement, placementOf } from './geometry';
import { ANCHORS, type Layer, layerOf } from './layer';
import type { Mark } from './mark';

/** What a group is to look like; read first for all groups, then written for all. */
export interface Plan {
  readonly x: number;
  readonly y: number;
  readonly placements: ReadonlyMap<string, Placement>;
}

interface Drawn {
  readonly badge: HTMLElement;
  readonly lines: HTMLElement[];
  placement: string;
}

export class Group {
  readonly marks = new Map<string, Mark>();
  private element: HTMLElement | undefined;
  private drawn = new Map<string, Drawn>();
  private position = '';
  private place: Plan | undefined;
  private moved = false;
  layer: Layer | undefined;

  constructor(
    readonly block: Element,
    private readonly root: ShadowRoot,
  ) {}

  /** Must its place be looked at in every frame? Only where the browser can't anchor it for us. */
  get polled(): boolean {
    return this.layer === 'anchored' && !ANCHORS;
  }

  /** Reads layout; `undefined` when nothing of the block can be seen. */
  plan(origin: Rect, zoom: number): Plan | undefined {
    if (!this.block.isConnected) return undefined;
    if (
      !this.block.checkVisibility({
        visibilityProperty: true,
        opacityProperty: true,
        contentVisibilityAuto: true,
      })
    )
      return undefined;
    this.layer ??= layerOf(this.block);
    const box = this.block.getBoundingClientRect();
    const clip = clipOf(this.block);
    const placements = new Map<string, Placement>();
    for (const mark of this.marks.values()) {
      const placement = placementOf(mark, box, clip, zoom);
      const line = placement?.lines.at(-1);
      if (!placement || !line) continue;
      const covered = isCovered(
        this.block,
        box.left + (line.x + line.width / 2) * zoom,
        box.top + (line.y - 4) * zoom,
      );
      if (!covered) placements.set(mark.key, placement);
    }
    if (placements.size === 0) return undefined;
    return { x: (box.left - origin.left) / zoom, y: (box.top - origin.top) / zoom, placements };
  }

  /** Did the block move in the document since it was last asked? */
  takeMoved(): boolean {
    const moved = this.moved;
    this.moved = false;
    return moved;
  }

  /** Writes what `plan` read. */
  draw(plan: Plan | undefined, successor: () => Element | null): void {
    if (!plan) {
      this.erase();
      return;
    }
    this.moved ||= this.place !== undefined && (this.place.x !== plan.x || this.place.y !== plan.y);
    this.place = plan;
    const element = this.element ?? this.create();
    const anchored = this.layer === 'anchored' && ANCHORS;
    const position = anchored ? '' : `translate(${plan.x}px, ${plan.y}px)`;
    if (position !== this.position) element.style.transform = this.position = position;
    for (const [key, drawn] of this.drawn) if (!plan.placements.has(key)) this.remove(key, drawn);
    for (const [key, placement] of plan.placements) this.drawMark(element, key, placement);
    if (element.parentNode !== this.root) this.root.insertBefore(element, successor());
    // Also after the page removed our host and we put it back: that closes every popover in it.
    if (anchored && this.root.isConnected && !element.matches(':popover-open'))
      (element as PopoverSource).showPopover({ source: this.block as HTMLElement });
  }

  /** The group's element while it is drawn. */
  get drawnElement(): Element | undefined {
    return this.element?.parentNode ? this.element : undefined;
  }

  /** The key of the mark whose badge this is. */
  keyOf(badge: EventTarget | null): string | undefined {
    for (const [key, drawn] of this.drawn) if (drawn.badge === badge) return key;
    return undefined;
  }

  /** The badge of a drawn mark. */
  badge(key: string): HTMLElement | undefined {
    return this.drawn.get(key)?.badge;
  }

  erase(): void {
    this.element?.remove();
    this.element = undefined;
    this.drawn.clear();
    this.position = '';
    this.place = undefined;
    this.layer = undefined;
  }

  private create(): HTMLElement {
    const element = document.createElement('div');
    element.className = this.polled ? 'group polled' : 'group';
    if (this.layer === 'anchored' && ANCHORS) element.popover = 'manual';
    this.element = element;
    return element;
  }

  private drawMark(element: HTMLElement, key: string, placement: Placement): void {
    const mark = this.marks.get(key);
    if (!mark) return;
    const wanted = JSON.stringify(placement);
    let drawn = this.drawn.get(key);
    if (drawn?.placement === wanted) return;
    if (!drawn) {
      drawn = { badge: mark.badge(), lines: [], placement: '' };
      const { badge } = drawn;
      badge.addEventListener('pointerenter', () => mark.onHover(badge, true));
      badge.addEventListener('pointerleave', () => mark.onHover(badge, false));
      this.drawn.set(key, drawn);
    }
    for (const line of drawn.lines) line.remove();
    drawn.lines.length = 0;
    for (const { x, y, width } of placement.lines) {
      const line = document.createElement('div');
      line.className = 'underline';
      for (const [name, value] of mark.style.split(' ').map((pair) => pair.split('=')))
        line.dataset[name ?? ''] = value;
      line.style.transform = `translate(${x}px, ${y}px)`;
      line.style.width = `${width}px`;
      const { badge } = drawn;
      line.addEventListener('pointerenter', () => mark.onHover(badge, true));
      line.addEventListener('pointerleave', () => mark.onHover(badge, false));
      line.addEventListener('click', () => badge.click());
      drawn.lines.push(line);
    }
    const { badge } = drawn;
    badge.classList.toggle('raised', placement.badge.raised);
    badge.style.transform = `translate(${placement.badge.x}px, ${placement.badge.y}px)`;
    if (badge.parentNode === element) badge.before(...drawn.lines);
    else element.append(...drawn.lines, badge);
    drawn.placement = wanted;
  }

  private remove(key: string, drawn: Drawn): void {
    drawn.badge.remove();
    for (const line of drawn.lines) line.remove();
    this.drawn.delete(key);
  }
}

/** `showPopover({ source })` gives the popover its implicit anchor; typings do not know it yet. */
interface PopoverSource extends HTMLElement {
  showPopover(options: { source: HTMLElement }): void;
}
