/** The network receipt: every request the extension made, as a table, as a file, and away with it. */
import { sayBytes, sayTime } from '../../../components/dates';
import { panel } from '../../../lib/messages/client';
import { AIR_GAP } from '../../../lib/store/network/air-gap';
import { MOST_REQUESTS } from '../../../lib/store/network/receipt';
import { say } from '../../../lib/words';
import { saveAs } from '../file';
import { Setting } from '../Section';
import { useAnswer } from '../useAnswer';
import { asFile, ROWS, sayOutcome, sayTotal } from './receipt';

export interface RequestsProps {
  /** Another thing whenever the receipt may have changed. */
  readonly since: unknown;
  readonly onErase: () => void;
}

const COLUMNS = ['when', 'address', 'why', 'bytes', 'outcome'] as const;

export function Requests({ since, onErase }: RequestsProps) {
  const requests = useAnswer(panel.receipt, since);
  if (!requests) return null;
  return (
    <Setting
      title={say('options_requests')}
      what={AIR_GAP ? say('options_requests_air_gap') : say('options_requests_lead', MOST_REQUESTS)}
    >
      {requests.length === 0 ? (
        <p class="none">{say('options_requests_none')}</p>
      ) : (
        <>
          <p>{sayTotal(requests)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <section class="scroller" tabIndex={0} aria-label={say('options_requests_table')}>
            <table>
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {say(`options_requests_${column}`)}
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
            <button
              type="button"
              class="button"
              onClick={() => saveAs(asFile(requests, new Date()), 'factmark-requests.json')}
            >
              {say('options_requests_save')}
            </button>
            <button type="button" class="button" onClick={onErase}>
              {say('options_requests_erase')}
            </button>
          </div>
        </>
      )}
    </Setting>
  );
}
