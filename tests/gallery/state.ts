/** What a group of the gallery is made of. */
import type { ComponentChildren } from 'preact';

export interface State {
  /** What is shown, in a few words. */
  readonly name: string;
  readonly show: () => ComponentChildren;
}

export interface Group {
  /** Names the group's place on the page and its picture: lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  /** What it is for and how to use it: the design in words. */
  readonly about: string;
  readonly states: readonly State[];
  /** Width that its surface has, px; without one the group takes what it needs. */
  readonly width?: number;
}
