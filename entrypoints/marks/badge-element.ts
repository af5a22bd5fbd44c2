/** The badge of a marked sentence: a button drawn without any text, so that copy and find never meet it. */
import { badgeSvg, badgeTone } from '../../components/badge';
import { stanceLong } from '../../components/stances';
import type { Rating } from '../../lib/claims';
import type { CardInfo } from '../../lib/messages/calls';
import { doc } from '../../lib/page/dom/safe';
import type { Loudness } from '../../lib/store/settings';
import { locale, say } from '../../lib/words';
import type { Sighting } from '../content/sightings';

/** As much of a sighting as a badge shows. */
export interface Badged {
  readonly match: Pick<Sighting['match'], 'check' | 'sentence' | 'stance' | 'stanceSure'>;
  readonly block: Pick<Sighting['block'], 'container'>;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The rating whose shape and colour a badge wears. Only a sentence that says the claim wears its verdict: a red
 * cross beside a sentence that rightly denies a false claim would tell the reader the opposite of the truth.
 */
export const shownRating = ({ match }: Pick<Badged, 'match'>, card: Pick<CardInfo, 'verdict'>): Rating =>
  match.stance === 'asserts' && match.stanceSure ? card.verdict.rating : 'context';

/** Makes the badge; what it does when used is up to the caller. */
export function badgeElement(sighting: Badged, card: CardInfo, loudness: Loudness): HTMLButtonElement {
  const { match } = sighting;
  const rating = shownRating(sighting, card);
  const button = doc.createElement('button');
  button.type = 'button';
  button.className = 'badge';
  button.dataset.tone = badgeTone(rating);
  button.dataset.check = match.check;
  button.dataset.text = match.sentence.replace(/\s+/g, ' ').trim();
  button.dataset.stance = match.stance;
  button.dataset.loudness = loudness;
  button.setAttribute(
    'aria-label',
    say(
      card.kind === 'review' ? 'card_badge_review' : 'card_badge',
      card.verdict.label,
      card.question,
      stanceLong(match.stance, match.stanceSure),
      button.dataset.text.slice(0, 120),
    ),
  );
  // The page's own language is not ours.
  button.lang = locale();
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-haspopup', 'dialog');
  // Where the sentence stands, told to screen readers without an id or an attribute on the page.
  if ('ariaDetailsElements' in button) button.ariaDetailsElements = [sighting.block.container];
  const { viewBox, shapes } = badgeSvg(rating);
  const svg = doc.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  for (const { tag, attrs } of shapes) {
    const shape = doc.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attrs)) shape.setAttribute(name, value);
    svg.append(shape);
  }
  button.append(svg);
  return button;
}
