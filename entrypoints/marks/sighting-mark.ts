/** A sighting as the overlay wants it. Pages may hold a thousand: each is a few references, and all else is shared. */
import { badgeTone } from '../../components/badge';
import type { CardInfo } from '../../lib/messages/calls';
import type { Mark } from '../../lib/page/overlay/mark';
import type { Loudness } from '../../lib/store/settings';
import type { Sighting } from '../content/sightings';
import { shownRating } from './badge-element';

/** What happens when a mark is used. */
export interface Use {
  /** Makes its badge, a button that listens. */
  badge(mark: SightingMark): HTMLElement;
  /** A pointer came over the badge or an underline, or left it. */
  hover(mark: SightingMark, badge: HTMLElement, inside: boolean): void;
}

export class SightingMark implements Mark {
  constructor(
    readonly sighting: Sighting,
    readonly card: CardInfo,
    readonly loudness: Loudness,
    private readonly use: Use,
  ) {}

  get key() {
    return this.sighting.key;
  }
  get block() {
    return this.sighting.block;
  }
  get start() {
    return this.sighting.match.sentenceStart;
  }
  get end() {
    return this.sighting.match.sentenceEnd;
  }
  get style() {
    const tone = badgeTone(shownRating(this.sighting, this.card));
    return `tone=${tone} stance=${this.sighting.match.stance} loudness=${this.loudness}`;
  }
  badge(): HTMLElement {
    return this.use.badge(this);
  }
  onHover(badge: HTMLElement, inside: boolean): void {
    this.use.hover(this, badge, inside);
  }
}
