/** What a part of the soak is: something that runs for long, and ends with figures and with what was wrong. */

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface SoakOptions {
  /** Everything random comes from it: the same seed tries the same. */
  readonly seed: number;
  /** 1: as much as the report tells; 0.01: a hundredth of it, to see that all works. */
  readonly scale: number;
  /** Ends the part early; what was counted until then is still told. */
  readonly signal: AbortSignal;
  /** Tells how far it is, at most a few times a minute. */
  readonly say: (progress: string) => void;
}

export interface Figure {
  /** What was counted or measured, as a row of the report: “pages”, “exceptions that reached a page”. */
  readonly name: string;
  readonly value: number;
  /** “”, “MB”, “ms”, “%”. */
  readonly unit: string;
  /** The part fails if `value` is over it. */
  readonly most?: number;
  /** The part fails if `value` is under it, when it runs in full. */
  readonly least?: number;
}

export interface Outcome {
  readonly figures: readonly Figure[];
  /** What was wrong, a line each, with what is needed to see it again (a seed, a number of a page). None: it holds. */
  readonly failures: readonly string[];
}

export interface Part {
  readonly name: string;
  /** One line for the report: what is tried. */
  readonly about: string;
  /** Browsers it runs in, one after the other; none: it needs no browser. */
  readonly browsers: readonly BrowserName[];
  run(options: SoakOptions, browser: BrowserName | undefined): Promise<Outcome>;
}

/** Is a figure within its bounds? What is less than the whole need not reach what the whole is to reach. */
export const holds = ({ value, most, least }: Figure, scale: number): boolean =>
  (most === undefined || value <= most) && (least === undefined || scale < 1 || value >= least);
