/** Adding a source: from an address, after the reader agreed to asking for it; from files; or the public feed. */
import { useId, useRef, useState } from 'preact/hooks';
import type { Schedule, StoredSource } from '../../../lib/store/source';
import { addressFrom, hostIn } from '../hosts/origins';
import { Asking } from './Asking';
import { Progress } from './Progress';
import { PublicFeed } from './PublicFeed';
import { type WorkState, workOn } from './useWork';
import { PUBLIC_FEED, WORDS } from './words';

export interface AddSourceProps {
  readonly sources: readonly StoredSource[];
  readonly working: WorkState;
  /** What was said last of another source of the list, or ''. */
  readonly said: string;
}

export function AddSource({ sources, working, said }: AddSourceProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
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
      <h3>{WORDS.add.title}</h3>
      <p class="hint">{WORDS.add.what}</p>
      <form
        class="add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const address = addressFrom(field.current?.value ?? '');
          setProblem(address === undefined ? WORDS.add.invalid : '');
          if (address === undefined) field.current?.focus();
          else if (!busy) ask(address);
        }}
      >
        <label for={`${id}-address`}>{WORDS.add.address}</label>
        <div class="add-line">
          <input
            ref={field}
            id={`${id}-address`}
            type="url"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            dir="ltr"
            aria-invalid={problem !== ''}
            aria-describedby={`${id}-hint ${id}-problem`}
            onInput={() => setProblem('')}
          />
          <button type="submit" class="button" aria-disabled={busy}>
            {WORDS.add.go}
          </button>
        </div>
        <p id={`${id}-hint`} class="hint">
          {WORDS.add.hint}
        </p>
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem}
        </p>
      </form>
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
          {WORDS.add.files}
        </button>
      </div>
      <p class="hint">{WORDS.add.filesHint}</p>
      <Progress work={workOn(work, undefined)} onCancel={cancel} />
      <p role="status" class="said">
        {said}
      </p>
      <PublicFeed
        there={sources.some((source) => source.address === PUBLIC_FEED)}
        onAdd={() => !busy && ask(PUBLIC_FEED)}
      />
    </div>
  );
}

/** What a source is called until it has told its title: its file's name, or its host. */
const nameOf = (address: string): string => new URL(address).pathname.split('/').pop() || hostIn(address);
