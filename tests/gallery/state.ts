/** What a group of the gallery is made of. */
import type { ComponentChildren } from 'preact';

/** Where a component lives: the style sheet it gets there, and nothing else. */
export type SurfaceName = 'overlay' | 'page' | 'popup' | 'sidepanel' | 'check' | 'options' | 'welcome';

export interface State {
  /** What is shown, in a few words. */
  readonly name: string;
  readonly show: () => ComponentChildren;
  /** Selectors of what is clicked, one after another, to come to this state. */
  readonly clicks?: readonly string[];
  /** What has the focus in the picture; one state of a group may have it. */
  readonly focus?: string;
  /** It takes the whole line. */
  readonly wide?: boolean;
}

export interface Group {
  /** Names the group's place on the page and its picture: lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  /** What it is for and how to use it: the design in words. */
  readonly about: string;
  readonly surface: SurfaceName;
  readonly states: readonly State[];
  /** Width that it has on its surface, px; without one a state takes what it needs. */
  readonly width?: number;
}
