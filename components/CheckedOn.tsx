/** “Checked on 30 November 2025 by Factmark”; without a date, by whom alone. */
import { sayDate } from './dates';

export interface CheckedOnProps {
  /** YYYY-MM-DD, or '' if its publisher did not say. */
  readonly date: string;
  readonly publisher: string;
}

export function CheckedOn({ date, publisher }: CheckedOnProps) {
  if (date === '') return <>Checked by {publisher} (no date given)</>;
  return (
    <>
      Checked on <time dateTime={date}>{sayDate(date)}</time> by {publisher}
    </>
  );
}
