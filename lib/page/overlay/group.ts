/** The marks of one block, drawn as one element so that they move together. */

import { isConnected } from '../dom/flat';
import { boxOf } from '../dom/hit';
import { letterRect } from '../dom/ranges';
import { doc, isVisible } from '../dom/safe';
import { DrawnMark } from './drawn';
import { isOffStage } from './home';
import { ANCHORS, type Layer, layerOf } from './layer';
import type { Mark } from './mark';
import type { Located } from './near';
import { aroundOf } from './place/around';
import { isCovered } from './place/cover';
import { type Placed, place } from './place/geometry';
import { outOf } from './place/transform';
import { placeIn, type Stage } from './stage';

/** What a group is to look like; read first for all groups, then written for all. */
export interface Plan {
  readonly layer: Layer;
  /** Where the group's element goes, in its layer's own pixels. */
  readonly x: number;
  readonly y: number;
  /** The block's box in the viewport when it was read. */
  readonly box: DOMRect;
  /** Where the sentences then began and ended in it. */
  readonly ends: string;
  readonly placements: ReadonlyMap<Mark, Placed>;
}

const SEEN = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true };

export class Group implements Located {
  top = 0;
  bottom = 0;
  watched = false;
  near = false;
  kept = false;
  /** Where the block stands in reading order. */
  place = 0;
  /** Was it all in view when the page was last asked what covers it? */
  checked = false;
  /** Is its size watched, and where for leaving its place without telling? */
  sized = false;
  followed: Plan | undefined;
  /** What is drawn now, and where the block then stood. */
  drawn: Plan | undefined;
  private element: HTMLElement | undefined;
  private parts: Map<Mark, DrawnMark> | undefined;
  private position = '';

  constructor(
    readonly block: Element,
    public marks: readonly Mark[],
  ) {}

  /** Takes other marks of the same block; what is drawn of those that stay the same is kept. */
  take(marks: readonly Mark[]): void {
    this.marks = marks;
    const old = new Map([...(this.parts ?? [])].map(([mark, part]) => [`${mark.key} ${mark.style}`, part]));
    if (!this.parts) return;
    this.parts.clear();
    for (const mark of marks) {
      const name = `${mark.key} ${mark.style}`;
      const part = old.get(name);
      if (part) this.parts.set(mark, part);
      old.delete(name);
    }
    for (const part of old.values()) part.remove();
  }

  /** Must its place be looked at in every frame? Only where the browser can't anchor it for us. */
  get polled(): boolean {
    return this.drawn !== undefined && this.drawn.layer !== 'document' && !ANCHORS;
  }

  /** Did it stand in the viewport when it was drawn? */
  get inView(): boolean {
    const { left, top, right, bottom } = this.drawn?.box ?? new DOMRect(-1, -1);
    return bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
  }

  /** Reads layout; `undefined` when nothing of the block can be seen. */
  plan(stage: Stage): Plan | undefined {
    const { block } = this;
    if (!isConnected(block) || isOffStage(block, stage.home)) return undefined;
    if (!isVisible(block, SEEN)) return undefined;
    const box = boxOf(block);
    const layer = layerOf(block);
    const around = aroundOf(block);
    const placements = new Map<Mark, Placed>();
    for (const mark of this.marks) {
      const space = layer === 'document' ? stage.document : stage.top;
      const placed = place(mark, around, box, space, stage.hurry);
      if (placed) placements.set(mark, placed);
    }
    if (placements.size === 0) return undefined;
    this.checked =
      isWhole(box) && placements.size === this.marks.length && [...placements.values()].every((p) => p.whole);
    return { layer, ...placeIn(layer, box, stage), box, ends: this.ends(box), placements };
  }

  /** Where the sentences begin and end in the block's box, to half a pixel: text can move in a box that stays. */
  private ends(box: DOMRect): string {
    const places = this.marks.flatMap(({ block, start, end }) =>
      [start, end - 1].map((at) => letterRect(block, at)?.rect),
    );
    const half = (n: number) => Math.round(2 * n);
    return places.map((r) => (r ? `${half(r.left - box.left)},${half(r.top - box.top)}` : '')).join(' ');
  }

  /** Is it drawn (or to be drawn) elsewhere than where it is watched for leaving its place? */
  strays(plan = this.drawn): boolean {
    const { followed } = this;
    return plan?.layer === 'document' && (followed?.x !== plan.x || followed.y !== plan.y);
  }

  /** Does all of it stand in the viewport? Reads layout. */
  get whole(): boolean {
    return isWhole(boxOf(this.block));
  }

  /**
   * Only the place, for when the text is as it was: cheap. `undefined` when that may not be so, or when something
   * may have come over it; then `plan` tells.
   */
  follow(stage: Stage, covers: boolean): Plan | undefined {
    const { drawn, block } = this;
    if (!drawn || !isConnected(block) || isOffStage(block, stage.home)) return undefined;
    if (covers && !isVisible(block, SEEN)) return undefined;
    const box = boxOf(block);
    if (box.width !== drawn.box.width || box.height !== drawn.box.height) return undefined;
    if (covers && (layerOf(block) !== drawn.layer || this.ends(box) !== drawn.ends)) return undefined;
    // Read before it came into view: only there the page can be asked what stands where.
    if (covers && !this.checked && isWhole(box)) return undefined;
    const space = drawn.layer === 'document' ? stage.document : stage.top;
    for (const { lines } of covers ? drawn.placements.values() : []) {
      const line = lines.at(-1);
      const middle = new DOMMatrix(line?.transform).transformPoint({ x: (line?.width ?? 0) / 2, y: -5 });
      const { x, y } = outOf(space, middle.x, middle.y);
      if (isCovered(block, box.left + x, box.top + y)) return undefined;
    }
    return { ...drawn, ...placeIn(drawn.layer, box, stage), box };
  }

  /**
   * Writes what `plan` read, into `root`, before the element of the group that `successor` finds. True if anything
   * had to be written.
   */
  draw(plan: Plan | undefined, root: ShadowRoot, successor: () => Element | null): boolean {
    const before = this.drawn;
    if (!plan) {
      this.erase();
      return before !== undefined;
    }
    const floats = plan.layer !== 'document';
    if (before && before.layer !== plan.layer) this.erase();
    this.drawn = plan;
    let changed = this.element === undefined;
    this.element ??= create(plan.layer);
    const { element } = this;
    const position = floats && ANCHORS ? '' : `translate(${plan.x}px, ${plan.y}px)`;
    if (position !== this.position) {
      element.style.transform = this.position = position;
      changed = true;
    }
    if (before?.placements !== plan.placements) changed = this.drawMarks(element, plan) || changed;
    if (element.parentNode !== root) root.insertBefore(element, successor());
    // Also after the page removed our host and we put it back: that closes every popover in it.
    if (floats && root.isConnected && !element.matches(':popover-open'))
      (element as PopoverSource).showPopover({ source: this.block as HTMLElement });
    return changed;
  }

  /** Shows its popover again, so that it is above what entered the top layer since. */
  raise(): void {
    if (this.element?.matches(':popover-open')) this.element.hidePopover();
  }

  /** The group's element while it is drawn. */
  get drawnElement(): Element | undefined {
    return this.element;
  }

  /** The key of the mark whose badge this is. */
  keyOf(badge: EventTarget | null): string | undefined {
    for (const [mark, part] of this.parts ?? []) if (part.badge === badge) return mark.key;
    return undefined;
  }

  /** The badge of the drawn mark with this key; `show` may bring another object for the same mark. */
  badge(key: string): HTMLElement | undefined {
    for (const [mark, part] of this.parts ?? []) if (mark.key === key) return part.badge;
    return undefined;
  }

  /** Draws nothing any more. */
  erase(): void {
    this.element?.remove();
    this.element = this.parts = this.drawn = undefined;
    this.checked = false;
    this.position = '';
  }

  private drawMarks(element: HTMLElement, { placements }: Plan): boolean {
    let changed = false;
    this.parts ??= new Map();
    for (const [mark, part] of this.parts) {
      if (placements.has(mark)) continue;
      part.remove();
      this.parts.delete(mark);
      changed = true;
    }
    for (const [mark, placement] of placements) {
      const part = this.parts.get(mark) ?? new DrawnMark(mark);
      this.parts.set(mark, part);
      changed = part.draw(element, placement) || changed;
    }
    return changed;
  }
}

const isWhole = (box: DOMRect) => box.top >= 0 && box.bottom <= window.innerHeight;

function create(layer: Layer): HTMLElement {
  const element = doc.createElement('div');
  element.className = 'group';
  if (layer === 'document') return element;
  element.popover = 'manual';
  // A popover is a group of its own to screen readers; this one says nothing.
  element.role = 'none';
  // Where the browser can't anchor it, it is in the top layer all the same, and we move it.
  if (!ANCHORS)
    element.style.cssText = `position:${layer === 'pinned' ? 'fixed' : 'absolute'};inset:0 auto auto 0;position-visibility:always`;
  return element;
}

/** `showPopover({ source })` gives the popover its implicit anchor; typings do not know it yet. */
interface PopoverSource extends HTMLElement {
  showPopover(options: { source: HTMLElement }): void;
}
