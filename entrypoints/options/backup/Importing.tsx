/** Taking a backup over: a file is chosen, what it would change is told, and the reader says yes or no. */
import { useRef, useState } from 'preact/hooks';
import { browser } from '../../../lib/browser';
import { panel } from '../../../lib/messages/client';
import { LARGEST_BACKUP } from '../../../lib/store/backup/format';
import { say } from '../../../lib/words';
import { chooseFile } from '../file';
import { Setting } from '../Section';
import { ImportPreview, type Previewed } from './ImportPreview';
import { MissingSources } from './MissingSources';

type State =
  | { readonly step: 'none' }
  | { readonly step: 'asking'; readonly text: string; readonly preview: Previewed }
  | { readonly step: 'done'; readonly sources: Previewed['sources'] }
  | { readonly step: 'failed'; readonly why: string };

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function Importing({ onChange }: { onChange: () => void }) {
  const [state, setState] = useState<State>({ step: 'none' });
  const button = useRef<HTMLButtonElement>(null);
  const look = async (file: File) => {
    try {
      if (file.size > LARGEST_BACKUP) throw new Error(say('options_backup_too_large'));
      const text = await file.text().catch(() => {
        throw new Error(say('options_backup_unread'));
      });
      setState({ step: 'asking', text, preview: await panel.previewBackup({ text }) });
    } catch (error) {
      setState({ step: 'failed', why: wordsOf(error) });
    }
  };
  const take = async (text: string, { notify, sources }: Previewed) => {
    // First of all: the browser asks only in the reader's click. A no is taken, and the rest goes on.
    if (notify) await browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);
    try {
      await panel.restoreBackup({ text });
      setState({ step: 'done', sources });
      onChange();
    } catch (error) {
      setState({ step: 'failed', why: wordsOf(error) });
    }
    button.current?.focus();
  };
  return (
    <Setting title={say('options_import')} what={say('options_import_what')}>
      <div class="actions">
        <button
          ref={button}
          type="button"
          class="button"
          onClick={() => chooseFile((file) => void look(file))}
        >
          {say('options_import_go')}
        </button>
      </div>
      {state.step === 'asking' && (
        <ImportPreview
          preview={state.preview}
          onYes={() => void take(state.text, state.preview)}
          onNo={() => {
            setState({ step: 'none' });
            button.current?.focus();
          }}
        />
      )}
      <p class="problem" role="alert">
        {state.step === 'failed' && state.why}
      </p>
      <p class="done" role="status">
        {state.step === 'done' && say('options_import_done')}
      </p>
      {state.step === 'done' && state.sources.length > 0 && <MissingSources sources={state.sources} />}
    </Setting>
  );
}
