/**
 * The labelled set of the whole starter: sentences by people who saw neither ways of saying nor examples, eight a check
 * that say its claim and six that nearly do, and ordinary sentences of the same fields, which say none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMatches } from '../../lib/match/find';
import type { Library } from '../../lib/match/library';

const FOLDER = join(import.meta.dirname, '../fixtures/starter');

interface Line {
  readonly text: string;
  /** The check that deserves the badge; null for a near miss. */
  readonly check: string | null;
  /** The check that a near miss is near to. */
  readonly near?: string;
  /** Checks that an editor, asked afterwards, found right as well: labels were written for the newer checks alone. */
  readonly accept?: readonly string[];
  readonly stance?: 'asserts' | 'denies' | 'asks';
  /** Ways of saying were mended by the seen half; of the blind one only totals were read. */
  readonly half: 'seen' | 'blind';
}

/** A labelled sentence, and what became of it. */
export interface Tried extends Line {
  readonly topic: string;
  /** The check whose badge it gets. */
  readonly badge: string | undefined;
  /** Is the stance as labelled? Only for a right badge. */
  readonly stanceRight: boolean | undefined;
}

const linesOf = <T>(file: string): T[] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** Every labelled sentence, tried on `library`. */
export function tryLabelled(library: Library): Tried[] {
  const files = readdirSync(FOLDER).filter((file) => file !== 'ordinary.jsonl');
  return files.flatMap((file) =>
    linesOf<Line>(file).map((line) => {
      const [best] = findMatches(library, { text: line.text });
      const right = line.check !== null && best?.check === line.check;
      return {
        ...line,
        topic: file.replace('.jsonl', ''),
        badge: best?.check,
        stanceRight: right && line.stance ? best?.stance === line.stance : undefined,
      };
    }),
  );
}

/** Ordinary sentences with the badge each gets, if it gets one that an editor would reject. */
export function tryOrdinary(
  library: Library,
): { readonly text: string; readonly badge: string | undefined }[] {
  if (!existsSync(join(FOLDER, 'ordinary.jsonl'))) return [];
  return linesOf<Pick<Line, 'text' | 'accept'>>('ordinary.jsonl').map(({ text, accept = [] }) => {
    const badge = findMatches(library, { text })[0]?.check;
    return { text, badge: badge !== undefined && accept.includes(badge) ? undefined : badge };
  });
}

export const isRight = ({ check, badge }: Tried): boolean => check !== null && badge === check;
export const isWrong = ({ check, badge, accept = [] }: Tried): boolean =>
  badge !== undefined && badge !== check && !accept.includes(badge);

/** Right badges among badges, and among sentences that deserve one. */
export function qualityOf(tried: readonly Tried[]): { precision: number; recall: number } {
  const right = tried.filter(isRight).length;
  return {
    precision: right / (right + tried.filter(isWrong).length),
    recall: right / tried.filter((t) => t.check !== null).length,
  };
}
