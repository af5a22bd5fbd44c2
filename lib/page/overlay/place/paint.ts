/** Writes a placement to the elements that show it; in an order that needs no layout in between. */
import type { BadgePlace, Line } from './geometry';

export function paintLine(element: HTMLElement, { width, transform }: Line): void {
  element.style.transform = transform;
  element.style.width = `${width}px`;
}

export function paintBadge(element: HTMLElement, { x, y, size, reach, free }: BadgePlace): void {
  element.style.setProperty('--size', `${size}px`);
  element.style.setProperty('--reach', `${reach}px`);
  element.classList.toggle('free', free);
  element.style.transform = `translate(${x}px, ${y}px)`;
}
