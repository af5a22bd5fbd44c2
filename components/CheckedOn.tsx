/** “Checked on 30 November 2025 by Factmark”; without a date, by whom alone. */
import { sayDate } from './dates';
import { Say } from './Say';

export interface CheckedOnProps {
  /** YYYY-MM-DD, or '' if its publisher did not say. */
  readonly date: string;
  readonly publisher: string;
}

export function CheckedOn({ date, publisher }: CheckedOnProps) {
  const by = <bdi>{publisher}</bdi>;
  if (date === '') return <Say of="check_checked_undated" values={[by]} />;
  const on = <time dateTime={date}>{sayDate(date)}</time>;
  return <Say of="check_checked_on" values={[on, by]} />;
}
