/** What a check says, in short, so that a later edition can be held against it. */
import { type FactCheck, fnv1a, type Review } from '../../claims';
import type { StoredOpened } from '../database';

export type Snapshot = Omit<StoredOpened, 'opened'>;

/** Is it what it should be, as far as anybody reads of it? A record may have been damaged on the disk. */
export function isSnapshot(stored: unknown): stored is Snapshot {
  const { id, verdict, ...texts } = Object(stored) as Partial<Snapshot>;
  return [id, verdict?.label, verdict?.rating, texts.question, texts.answer, texts.text].every(
    (text) => typeof text === 'string',
  );
}

/** Of an authored check. */
export function ofCheck(check: FactCheck): Snapshot {
  const { id, question, verdict, answer, checkedOn, summary, sections, bottomLine } = check;
  const text = [question, answer, summary, ...sections.flatMap((s) => [s.title, s.text]), bottomLine];
  return { id, question, verdict, answer, checkedOn, text: hashOf(text) };
}

/** Of a bare review. */
export function ofReview({ id, claim, verdict, title = '', checkedOn = '' }: Review): Snapshot {
  return { id, question: claim, verdict, answer: title, checkedOn, text: hashOf([claim, title]) };
}

/** Does `now` say another thing than `was`? The day of checking alone is none. */
export const differs = (was: Snapshot, now: Snapshot): boolean =>
  was.text !== now.text || !sameVerdict(was, now);

/** Is the verdict the same? */
export const sameVerdict = (was: Snapshot, now: Snapshot): boolean =>
  was.verdict.label === now.verdict.label && was.verdict.rating === now.verdict.rating;

/** Tells texts apart: 64 bits. */
function hashOf(parts: readonly string[]): string {
  const text = parts.join('\n');
  return `${fnv1a(text).toString(36)}-${fnv1a(text, 0x01234567).toString(36)}`;
}
