/** What must hold: the reader's choices, the edition of each pack, and what follows from them for every page. */
import type { PackWorld, Sentence, WebPage } from './world';

/** The settings that this reader ever touches. */
export interface Chosen {
  readonly loudness: 'badge' | 'underline' | 'list';
  readonly topicsOff: readonly string[];
  readonly sitesOff: readonly string[];
  /** Milliseconds since the epoch; 0: not paused. */
  readonly pausedUntil: number;
  readonly dismissed: readonly { readonly check: string; readonly sentence: string }[];
}

export const AT_FIRST: Chosen = {
  loudness: 'badge',
  topicsOff: [],
  sitesOff: [],
  pausedUntil: 0,
  dismissed: [],
};

const plain = (sentence: string) => sentence.replace(/\s+/g, ' ').trim();

/** The same choices, in whichever order; `given` may hold more. */
export function sameChoices(given: Chosen, wanted: Chosen): boolean {
  const form = ({ loudness, topicsOff, sitesOff, pausedUntil, dismissed }: Chosen) =>
    JSON.stringify([
      loudness,
      [...topicsOff].sort(),
      [...sitesOff].sort(),
      pausedUntil,
      dismissed.map((d) => `${d.check} ${plain(d.sentence)}`).sort(),
    ]);
  return form(given) === form(wanted);
}

export class Model {
  chosen: Chosen = AT_FIRST;
  /** Serial of the edition that the reader has of each pack; none: it is not added. */
  readonly editions = new Map<PackWorld, number>();
  /** Checks that were opened in full. */
  readonly opened = new Set<string>();

  /** Is this sentence found now, on a page that is read? */
  private isFound({ text, check, topic, pack, n }: Sentence): boolean {
    const { topicsOff, dismissed } = this.chosen;
    if (topicsOff.includes(topic)) return false;
    if (dismissed.some((d) => d.check === check && plain(d.sentence) === text)) return false;
    if (!pack || n === undefined) return true;
    const serial = this.editions.get(pack);
    return serial !== undefined && !topicsOff.includes(pack.source) && !!pack.editions.get(serial)?.has(n);
  }

  isRead(host: string, now: number): boolean {
    return this.chosen.pausedUntil <= now && !this.chosen.sitesOff.includes(host.replace(/:\d+$/, ''));
  }

  /** Checks that the document itself lists, without its frame's. */
  listed(page: WebPage, host: string, now = Date.now()): string[] {
    if (!this.isRead(host, now)) return [];
    return page.sentences.filter((s) => this.isFound(s)).map((s) => s.check);
  }

  /** Checks whose badges are drawn in the document, each with how loud it is. */
  drawn(page: WebPage, host: string, now = Date.now()): string[] {
    const { loudness } = this.chosen;
    return loudness === 'list' ? [] : this.listed(page, host, now).map((check) => `${check}:${loudness}`);
  }

  /** The number on the icon. */
  count(page: WebPage, host: string, now = Date.now()): number {
    const inFrame = page.frame ? this.listed(page.frame, host, now).length : 0;
    return this.listed(page, host, now).length + inFrame;
  }

  /** Serials that the reader may have of a pack once somebody looked for a newer one. */
  possible(pack: PackWorld): ReadonlySet<number | undefined> {
    const now = this.editions.get(pack);
    return new Set([now, ...(now !== undefined && pack.served > now ? [pack.served] : [])]);
  }
}
