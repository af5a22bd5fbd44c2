/** What became of the records a source was read from: counts, reasons, the first refusals. */
import { Say } from '../../../components/Say';
import type { Edition } from '../../../lib/store/source';
import { say, sayCount, sayNumber } from '../../../lib/words';
import { sayReason } from './reasons';
import { sayScope } from './saying';

export function Records({ edition }: { edition: Edition }) {
  const { records, unmatched } = edition;
  const scope = sayScope(edition);
  const counts = [
    [records.taken, 'library_records_taken'],
    [records.changed, 'library_records_changed'],
    [records.repeated, 'library_records_repeated'],
    [records.superseded, 'library_records_superseded'],
    [records.refused, 'library_records_refused'],
    [unmatched, 'library_records_unmatched'],
  ] as const;
  const reasons = Object.entries(records.reasons).sort((a, b) => b[1] - a[1]);
  return (
    <div class="records">
      {scope !== '' && <p class="hint">{scope}</p>}
      <ul>
        {counts
          .filter(([n], i) => n > 0 || i === 0)
          .map(([n, words]) => (
            <li key={words}>{sayCount(words, n)}</li>
          ))}
      </ul>
      {reasons.length > 0 && (
        <>
          <h4>{say('library_records_reasons')}</h4>
          <ul>
            {reasons.map(([reason, n]) => (
              <li key={reason}>
                <Say
                  of="library_reason_counted"
                  values={[sayNumber(n), <bdi key={reason}>{sayReason(reason)}</bdi>]}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {records.first.length > 0 && (
        <>
          <h4>{say('library_records_first')}</h4>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <ul class="refusals" tabIndex={0} aria-label={say('library_records_first')}>
            {records.first.map(({ where, message }) => (
              <li key={`${where} ${message}`}>
                <code dir="ltr">{where}</code> <bdi>{message}</bdi>
              </li>
            ))}
            {records.refused > records.first.length && (
              <li>{sayCount('library_records_more', records.refused - records.first.length)}</li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}
