/** What a page is put together from: its features plant claims, and so know what must be marked. */
import type { Random } from '../random';
import { CLAIMS, FILLERS } from './claims';

/**
 * What becomes of a planted claim. `marked`: a reader reads it. `bare`: no reader does, or it is in what is never read.
 * `either`: both are right, as where a page hides and shows it in turn.
 */
export type Want = 'marked' | 'bare' | 'either';

export interface Plant {
  readonly id: number;
  readonly check: string;
  /** The sentence, white space collapsed. */
  readonly text: string;
  readonly want: Want;
}

/** What one feature brings to a page. */
export interface Piece {
  /** Markup for the body; well-formed where the feature is for XML too. */
  readonly body?: string;
  /** Markup for the end of the body, beside the story. */
  readonly after?: string;
  readonly style?: string;
  /** Runs in the head, before all else of the page: redefinitions. */
  readonly early?: string;
  /** Runs at the end of the body, or when the document was read, as the body of a function. */
  readonly script?: string;
  /** Attributes for `<html>` and `<body>`. */
  readonly html?: string;
  readonly onBody?: string;
  readonly head?: string;
  /** Whatever is planted, nothing of it needs a mark: the page keeps our element out, say. */
  readonly frees?: boolean;
  /** Nothing in the page's own document may be marked. */
  readonly bares?: boolean;
  /** All its claims are in frames: each document speaks for itself, whatever the page around it says. */
  readonly framed?: boolean;
  /** Other documents by path after the page's own. */
  readonly frames?: Readonly<Record<string, string>>;
}

export interface Feature {
  readonly name: string;
  /** How often, against the others; 1 if left out. */
  readonly weight?: number;
  /** Is its markup XML as well, and does its script work in XHTML? */
  readonly xml?: boolean;
  /** Does it work on a page that allows neither inline handlers, nor strings as code or markup? */
  readonly strict?: boolean;
  make(plot: Plot): Piece;
}

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Plants claims for one page. */
export class Plot {
  readonly plants: Plant[] = [];
  private readonly order: (readonly [string, string])[];

  constructor(
    readonly random: Random,
    /** Path of the page, without a slash at its end. */
    readonly path: string,
    /** The script element that watches, for documents in frames. */
    readonly watching: string,
    readonly nonce: string,
  ) {
    this.order = [...CLAIMS];
    for (let i = this.order.length - 1; i > 0; i--) {
      const j = random.int(0, i);
      [this.order[i], this.order[j]] = [this.order[j] as never, this.order[i] as never];
    }
  }

  filler(): string {
    return this.random.pick(FILLERS);
  }

  /** Fillers, a few. */
  words(most = 3): string {
    return Array.from({ length: this.random.int(1, most) }, () => this.filler()).join(' ');
  }

  /** A claim that is on the page from now on. */
  plant(want: Want): Plant {
    const id = this.plants.length;
    const [check, text] = this.order[id % this.order.length] as readonly [string, string];
    const plant = { id, check, text, want };
    this.plants.push(plant);
    return plant;
  }

  /**
   * Markup that says a claim: `make` sets the sentence, with a filler before or after it or none, into what it likes; all
   * of it stands in an element by which it is found again.
   */
  say(want: Want, make: (text: string) => string = (text) => `<p>${text}</p>`, tag = 'div'): string {
    const { id, text } = this.plant(want);
    const before = this.random.chance(0.4) ? `${this.filler()} ` : '';
    const after = this.random.chance(0.4) ? ` ${this.filler()}` : '';
    return `<${tag} data-plant="${id}">${make(`${before}${text}${after}`)}</${tag}>`;
  }
}
