/** The marks of one block, drawn as one element so that they move together. */
import type { Rect } from '../dom/ranges';
import { DrawnMark } from './drawn';
import { isOffStage } from './home';
import { ANCHORS, type Layer, layerOf } from './layer';
import type { Mark } from './mark';
import type { Located } from './near';
import { aroundOf } from './place/around';
import { isCovered } from './place/cover';
import { type Placed, place } from './place/geometry';
import { into, type Linear, outOf, spaceOf } from './place/transform';

/** What all groups of a batch are placed against, read once. */
export interface Stage {
  /** The host's box: origin of the document layer. */
  readonly origin: Rect;
  /** What page transforms and zoom make of lengths in the document layer, and in the top layer. */
  readonly document: Linear;
  readonly top: Linear;
  /** The element the host is in; what is outside a modal dialog is inert. */
  readonly home: Element;
  /** Is the page scrolled so fast that only the most needed is asked of it? */
  readonly hurry: boolean;
}

/** What a group is to look like; read first for all groups, then written for all. */
export interface Plan {
  readonly layer: Layer;
  /** Where the group's element goes, in its layer's own pixels. */
  readonly x: number;
  readonly y: number;
  /** The block's box in the viewport when it was read. */
  readonly box: DOMRect;
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
    readonly marks: readonly Mark[],
  ) {}

  /** Must its place be looked at in every frame? Only where the browser can't anchor it for us. */
  get polled(): boolean {
    return this.drawn !== undefined && this.drawn.layer !== 'document' && !ANCHORS;
  }

  /** Reads layout; `undefined` when nothing of the block can be seen. */
  plan(stage: Stage): Plan | undefined {
    const { block } = this;
    if (!block.isConnected || isOffStage(block, stage.home)) return undefined;
    if (!block.checkVisibility(SEEN)) return undefined;
    const box = block.getBoundingClientRect();
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
    return { layer, ...placeIn(layer, box, stage), box, placements };
  }

  /** Is it drawn (or to be drawn) elsewhere than where it is watched for leaving its place? */
  strays(plan = this.drawn): boolean {
    const { followed } = this;
    return plan?.layer === 'document' && (followed?.x !== plan.x || followed.y !== plan.y);
  }

  /** Does all of it stand in the viewport? Reads layout. */
  get whole(): boolean {
    return isWhole(this.block.getBoundingClientRect());
  }

  /**
   * Only the place, for when the text is as it was: cheap. `undefined` when that may not be so, or when something
   * may have come over it; then `plan` tells.
   */
  follow(stage: Stage, covers: boolean): Plan | undefined {
    const { drawn, block } = this;
    if (!drawn || !block.isConnected || isOffStage(block, stage.home)) return undefined;
    if (covers && !block.checkVisibility(SEEN)) return undefined;
    const box = block.getBoundingClientRect();
    if (box.width !== drawn.box.width || box.height !== drawn.box.height) return undefined;
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

/** Reads what all groups in `host` are placed against. */
export const stageOf = (host: HTMLElement, home: Element, hurry: boolean): Stage => ({
  origin: host.getBoundingClientRect(),
  document: spaceOf(host, false),
  top: spaceOf(host, true),
  home,
  hurry,
});

/** The place of a block's box in a layer: beside the host, on the document's canvas, or in the viewport. */
function placeIn(layer: Layer, box: DOMRect, stage: Stage): { x: number; y: number } {
  if (layer === 'document')
    return into(stage.document, box.left - stage.origin.left, box.top - stage.origin.top);
  if (layer === 'pinned') return into(stage.top, box.left, box.top);
  return into(stage.top, box.left + window.scrollX, box.top + window.scrollY);
}

function create(layer: Layer): HTMLElement {
  const element = document.createElement('div');
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
