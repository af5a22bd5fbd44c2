/** The names of all words, from the English files. Types only: nothing of them is bundled. */
import type browser from './en/browser.json';
import type card from './en/card.json';
import type check from './en/check.json';
import type common from './en/common.json';
import type ext from './en/ext.json';
import type library from './en/library.json';
import type match from './en/match.json';
import type options from './en/options.json';
import type panel from './en/panel.json';
import type popup from './en/popup.json';
import type search from './en/search.json';
import type store from './en/store.json';
import type welcome from './en/welcome.json';

type Of<T> = Exclude<keyof T, '//'>;

type Key =
  | Of<typeof browser>
  | Of<typeof card>
  | Of<typeof check>
  | Of<typeof common>
  | Of<typeof ext>
  | Of<typeof library>
  | Of<typeof match>
  | Of<typeof options>
  | Of<typeof panel>
  | Of<typeof popup>
  | Of<typeof search>
  | Of<typeof store>
  | Of<typeof welcome>;

/** A key that has forms for counts is named without its form, in `sayCount`. */
export type CountKey = Key extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** A key that says one thing. */
export type WordKey = Key extends infer K ? (K extends `${CountKey}_${'one' | 'other'}` ? never : K) : never;
