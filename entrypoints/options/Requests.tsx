/** The network receipt: every request the extension made, as a table, as a file, and away with it. */
import { sayBytes, sayTime } from '../../components/dates';
import { panel } from '../../lib/messages/client';
import { asFile, ROWS, sayOutcome, sayTotal } from './receipt';
import { Section } from './Section';
import { useAnswer } from './useAnswer';
import { WORDS } from './words';

export interface RequestsProps {
  /** Another thing whenever the receipt may have changed. */
  readonly since: unknown;
  readonly onErase: () => void;
}

export function Requests({ since, onErase }: RequestsProps) {
  const requests = useAnswer(panel.receipt, since);
  const { title, lead, none, columns, table, save, erase } = WORDS.requests;
  if (!requests) return null;
  return (
    <Section title={title} lead={lead}>
      {requests.length === 0 ? (
        <p class="none">{none}</p>
      ) : (
        <>
          <p>{sayTotal(requests)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <section class="scroller" tabIndex={0} aria-label={table}>
            <table>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {requests.slice(0, ROWS).map((request, i) => (
                  <tr key={requests.length - i}>
                    <td>
                      <time dateTime={request.when}>{sayTime(request.when)}</time>
                    </td>
                    <td class="url" dir="ltr">
                      {request.url}
                    </td>
                    <td>
                      <bdi>{request.why}</bdi>
                    </td>
                    <td class="bytes">{sayBytes(request.bytes)}</td>
                    <td>
                      <bdi>{sayOutcome(request)}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div class="actions">
            <button type="button" class="button" onClick={() => saveAs(asFile(requests, new Date()))}>
              {save}
            </button>
            <button type="button" class="button" onClick={onErase}>
              {erase}
            </button>
          </div>
        </>
      )}
    </Section>
  );
}

/** Hands the reader `text` as a file. */
function saveAs(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'factmark-requests.json';
  link.click();
  // The download has its own hold on it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
