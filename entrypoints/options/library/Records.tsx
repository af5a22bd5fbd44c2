/** What became of the records a source was read from: counts, reasons, the first refusals. */
import { counted, sayNumber } from '../../../components/dates';
import type { Edition } from '../../../lib/store/source';
import { sayReason } from './reasons';
import { sayScope } from './saying';
import { WORDS } from './words';

export function Records({ edition }: { edition: Edition }) {
  const { records, unmatched } = edition;
  const scope = sayScope(edition);
  const counts = [
    [records.taken, WORDS.records.taken],
    [records.changed, WORDS.records.changed],
    [records.repeated, WORDS.records.repeated],
    [records.superseded, WORDS.records.superseded],
    [records.refused, WORDS.records.refused],
    [unmatched, WORDS.records.unmatched],
  ] as const;
  const reasons = Object.entries(records.reasons).sort((a, b) => b[1] - a[1]);
  return (
    <div class="records">
      {scope !== '' && <p class="hint">{scope}</p>}
      <ul>
        {counts
          .filter(([n], i) => n > 0 || i === 0)
          .map(([n, words]) => (
            <li key={words}>
              {counted(n, 'record', 'records')} {words}
            </li>
          ))}
      </ul>
      {reasons.length > 0 && (
        <>
          <h4>{WORDS.records.reasons}</h4>
          <ul>
            {reasons.map(([reason, n]) => (
              <li key={reason}>
                {sayNumber(n)} <bdi>{sayReason(reason)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {records.first.length > 0 && (
        <>
          <h4>{WORDS.records.first}</h4>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <ul class="refusals" tabIndex={0} aria-label={WORDS.records.first}>
            {records.first.map(({ where, message }) => (
              <li key={`${where} ${message}`} dir="auto">
                <code>{where}</code> {message}
              </li>
            ))}
            {records.refused > records.first.length && (
              <li>{WORDS.records.more(sayNumber(records.refused - records.first.length))}</li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}
