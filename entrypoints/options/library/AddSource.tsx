/** Adding a source: from an address, after the reader agreed to asking for it; from files; or the public feed. */
import { useRef, useState } from 'preact/hooks';
import { AIR_GAP } from '../../../lib/store/network/air-gap';
import type { Schedule, StoredSource } from '../../../lib/store/source';
import { say } from '../../../lib/words';
import { AddForm } from '../AddForm';
import { addressFrom, hostIn } from '../hosts/origins';
import { Asking } from './Asking';
import { Progress } from './Progress';
import { PublicFeed } from './PublicFeed';
import { PUBLIC_FEED } from './public-feed';
import { type WorkState, workOn } from './useWork';

export interface AddSourceProps {
  readonly sources: readonly StoredSource[];
  readonly working: WorkState;
  /** What was said last of another source of the list, or ''. */
  readonly said: string;
}

export function AddSource({ sources, working, said }: AddSourceProps) {
  const field = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState('');
  const { work, start, cancel, forget } = working;
  const busy = work.state === 'working';

  const ask = (address: string) => {
    forget();
    setAsking(address);
  };
  const addAddress = async (address: string, schedule: Schedule) => {
    setAsking('');
    field.current?.focus();
    const ended = await start({ task: 'address', address, schedule }, { name: nameOf(address) });
    // What failed or was cancelled stays in the field.
    if (ended && field.current && addressFrom(field.current.value) === address) field.current.value = '';
  };
  const addFiles = (chosen: readonly File[]) => {
    const [first] = chosen;
    if (!first) return;
    setAsking('');
    const main = chosen.find((file) => file.name === 'pack.json') ?? first;
    void start({ task: 'files', files: chosen }, { name: main.name });
  };

  return (
    <div class="adding">
      <h3>{say('library_add_title')}</h3>
      <p class="hint">{say('library_add_what')}</p>
      {AIR_GAP && <p class="hint">{say('library_air_gap')}</p>}
      {!AIR_GAP && (
        <AddForm
          field={field}
          label={say('library_add_address')}
          hint={say('library_add_hint')}
          button={say('library_add_go')}
          busy={busy}
          onAdd={(typed) => {
            const address = addressFrom(typed);
            if (address === undefined) return say('library_add_invalid');
            if (!busy) ask(address);
            return '';
          }}
        />
      )}
      {asking !== '' && !busy && (
        <Asking
          address={asking}
          onYes={(schedule) => void addAddress(asking, schedule)}
          onNo={() => {
            setAsking('');
            field.current?.focus();
          }}
        />
      )}
      <div class="actions">
        <input
          ref={files}
          hidden
          multiple
          type="file"
          accept=".json,.jsonl,.jsonld,.html,.htm,.pack,application/json,application/ld+json,text/html"
          onChange={() => {
            const chosen = [...(files.current?.files ?? [])];
            if (files.current) files.current.value = '';
            addFiles(chosen);
          }}
        />
        <button
          type="button"
          class="button"
          aria-disabled={busy}
          onClick={() => !busy && files.current?.click()}
        >
          {say('library_add_files')}
        </button>
      </div>
      <p class="hint">{say('library_add_files_hint')}</p>
      <Progress work={workOn(work, undefined)} onCancel={cancel} />
      <p role="status" class="said">
        {said}
      </p>
      {!AIR_GAP && (
        <PublicFeed
          there={sources.some((source) => source.address === PUBLIC_FEED)}
          onAdd={() => !busy && ask(PUBLIC_FEED)}
        />
      )}
    </div>
  );
}

/** What a source is called until it has told its title: its file's name, or its host. */
const nameOf = (address: string): string => new URL(address).pathname.split('/').pop() || hostIn(address);
