/**
 * Every call on the wire, typed by direction. Who may make a call is part of its contract and is checked
 * before anything else is looked at (`../serve.ts`).
 *
 *   PageCalls   content script → background   sent from a tab, by our content script
 *   PanelCalls  our own pages → background    never from a tab's content
 *   TabCalls    background, our own pages → content script of a frame of a tab
 */
export type * from './cards';
export type * from './page';
export type * from './panel';
export type * from './tab';
export type * from './views';
