/** One mark on show: its badge and the underlines of its lines. Built when the mark comes near the viewport. */

import { doc } from '../dom/safe';
import type { Mark } from './mark';
import type { Placed } from './place/geometry';
import { paintBadge, paintLine } from './place/paint';

export class DrawnMark {
  readonly badge: HTMLElement;
  private readonly lines: HTMLElement[] = [];
  private wanted = '';

  constructor(private readonly mark: Mark) {
    this.badge = mark.badge();
    this.hover(this.badge);
  }

  /** Puts badge and underlines into `element` as `placed` says; false if they are there already. */
  draw(element: HTMLElement, placed: Placed): boolean {
    const wanted = JSON.stringify(placed);
    if (this.wanted === wanted) return false;
    this.wanted = wanted;
    for (const line of this.lines.splice(0)) line.remove();
    for (const at of placed.lines) {
      const line = doc.createElement('div');
      line.className = 'underline';
      for (const pair of this.mark.style.split(' ')) {
        const [name, value] = pair.split('=');
        line.dataset[name ?? ''] = value;
      }
      paintLine(line, at);
      this.hover(line);
      line.addEventListener('click', () => this.badge.click());
      this.lines.push(line);
    }
    const { badge } = this;
    if (placed.badge) paintBadge(badge, placed.badge);
    else badge.remove();
    if (badge.parentNode === element) badge.before(...this.lines);
    else element.append(...this.lines, ...(placed.badge ? [badge] : []));
    return true;
  }

  remove(): void {
    this.badge.remove();
    for (const line of this.lines) line.remove();
  }

  private hover(part: HTMLElement): void {
    part.addEventListener('pointerenter', () => this.mark.onHover(this.badge, true));
    part.addEventListener('pointerleave', () => this.mark.onHover(this.badge, false));
  }
}
