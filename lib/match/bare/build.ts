/** Builds the stored index of a source of bare claims. */
import { buildBeside } from '../score/beside';
import type { Beside } from '../score/collection';
import { saysLittle } from '../score/junk';
import { readDay } from '../score/post';
import { buildSegment } from '../segment/build';
import { type BareClaim, languageOfClaim } from '../segment/collect';
import { openSegment } from '../segment/segment';
import { readTerms } from '../segment/terms';

/** A bare claim as a feed tells it; a `Review` of lib/claims fits. */
export interface Bare {
  readonly id: string;
  readonly claim: string;
  readonly title?: string | undefined;
  /** What stands under the title. */
  readonly subtitle?: string | undefined;
  /** Day of the check, in a form that `readDay` reads. */
  readonly checkedOn?: string | undefined;
  /** BCP 47 tag of the language it is in. */
  readonly language?: string | undefined;
}

/** The index of `claims`: about 40 µs a claim. */
export function buildIndex(claims: Iterable<Bare>): { segment: ArrayBuffer; beside: ArrayBuffer } {
  const besides = new Map<string, Beside>();
  const rows: BareClaim[] = [];
  for (const { id, claim, title = '', subtitle = '', checkedOn, language } of claims) {
    const day = checkedOn === undefined ? undefined : readDay(checkedOn);
    // The index knows claim and title; a subtitle is read as the title's end, and where it starts is kept beside.
    rows.push({ id, claim, title: `${title}\n${subtitle}`, language });
    besides.set(id, {
      inTitle: readTerms(title, languageOfClaim({ claim, language })).terms.length,
      ...(day === undefined ? {} : { day }),
    });
  }
  const segment = buildSegment(rows);
  return { segment, beside: buildBeside(openSegment(segment), (id) => besides.get(id)) };
}

/** Those claims that say enough to be told from their topic: only they may wear a badge. */
export const badgeable = <T extends Bare>(claims: readonly T[]): T[] =>
  claims.filter(({ claim, language }) => !saysLittle(claim, languageOfClaim({ claim, language })));
