/** What a backup would change, and the reader's yes or no. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { sayTime } from '../../../components/dates';
import type { panel } from '../../../lib/messages/client';
import { say, sayCount } from '../../../lib/words';
import { MissingSources } from './MissingSources';
import { sayDifference } from './saying';

export type Previewed = Awaited<ReturnType<typeof panel.previewBackup>>;

export interface ImportPreviewProps {
  readonly preview: Previewed;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function ImportPreview({ preview, onYes, onNo }: ImportPreviewProps) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { settings, opened, sources, leftOut, exported, notify } = preview;
  const lines = [
    ...settings.flatMap(sayDifference),
    ...(opened > 0 ? [sayCount('options_import_opened', opened)] : []),
  ];
  return (
    <section class="ask" aria-labelledby={id}>
      <h4 ref={title} id={id} tabIndex={-1}>
        {say('options_import_title')}
      </h4>
      {exported !== '' && <p class="hint">{say('options_import_from', sayTime(exported))}</p>}
      {lines.length === 0 ? (
        <p>{say('options_import_same')}</p>
      ) : (
        <ul class="changes">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {leftOut > 0 && <p class="hint">{sayCount('options_import_left', leftOut)}</p>}
      {notify && <p class="hint">{say('options_import_notify')}</p>}
      {sources.length > 0 && <MissingSources sources={sources} />}
      <div class="actions">
        {lines.length > 0 && (
          <button type="button" class="button primary" onClick={onYes}>
            {say('options_import_yes')}
          </button>
        )}
        <button type="button" class="button" onClick={onNo}>
          {say('options_import_no')}
        </button>
      </div>
    </section>
  );
}
