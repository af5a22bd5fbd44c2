/** Sources of other publishers' checks: what is there, a feed from a file, and how that went. */
import { useRef, useState } from 'preact/hooks';
import { counted, sayBytes, sayDate, sayNumber } from '../../components/dates';
import { Switch } from '../../components/Switch';
import type { StoredSource } from '../../lib/store/database';
import { type Adding, useAdding } from './adding';
import { Section } from './Section';
import { WORDS } from './words';

export interface SourcesProps {
  readonly sources: readonly StoredSource[];
  /** Ids of topics and sources that are off. */
  readonly off: readonly string[];
  readonly onSwitch: (id: string, on: boolean) => void;
  readonly onRemove: (id: string) => void;
  /** The library has changed. */
  readonly onChange: () => void;
}

export function Sources({ sources, off, onSwitch, onRemove, onChange }: SourcesProps) {
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const { adding, add, cancel, forget } = useAdding(onChange);
  const working = adding.state === 'working';
  const remove = ({ id, title }: StoredSource) => {
    // Its own button goes with it.
    button.current?.focus();
    forget();
    setSaid(WORDS.sources.removed(title));
    onRemove(id);
  };
  return (
    <Section title={WORDS.sources.title} lead={WORDS.sources.lead}>
      {sources.length === 0 ? (
        <p class="none">{WORDS.sources.none}</p>
      ) : (
        <ul class="rows">
          {sources.map((source) => (
            <li key={source.id} class="row">
              <Switch
                label={source.title}
                description={describe(source)}
                checked={!off.includes(source.id)}
                onChange={(on) => onSwitch(source.id, on)}
              />
              <button
                type="button"
                class="button quiet"
                aria-label={WORDS.sources.removeLabel(source.title)}
                onClick={() => remove(source)}
              >
                {WORDS.sources.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        <input
          ref={field}
          hidden
          type="file"
          accept=".json,.jsonl,.jsonld,application/json,application/ld+json"
          onChange={() => {
            const file = field.current?.files?.[0];
            if (field.current) field.current.value = '';
            setSaid('');
            if (file) add(file);
          }}
        />
        <button
          ref={button}
          type="button"
          class="button"
          aria-disabled={working}
          onClick={() => !working && field.current?.click()}
        >
          {WORDS.sources.add}
        </button>
        {working && (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              button.current?.focus();
              cancel();
            }}
          >
            {WORDS.sources.cancel}
          </button>
        )}
      </div>
      <p class="hint">{WORDS.sources.hint}</p>
      <div class="adding">
        <p role="status">{said || saying(adding)}</p>
        <Progress adding={adding} />
      </div>
    </Section>
  );
}

/** What is going on, in one sentence. */
function saying(adding: Adding): string {
  switch (adding.state) {
    case 'idle':
      return '';
    case 'working':
      return WORDS.sources.doing[adding.step.doing](
        adding.name,
        counted(adding.step.of, 'review', 'reviews'),
      );
    case 'failed':
      return `${WORDS.sources.failed(adding.name)} ${adding.why}`;
    case 'added':
      return WORDS.sources.added(
        counted(adding.added.source.reviews, 'review', 'reviews'),
        adding.added.source.title,
      );
  }
}

function Progress({ adding }: { adding: Adding }) {
  if (adding.state === 'working') {
    const { doing, done, of } = adding.step;
    const value = doing === 'storing' && of > 0 ? { value: done / of } : {};
    return <progress aria-label={WORDS.sources.progress} max={1} {...value} />;
  }
  if (adding.state !== 'added') return null;
  const { source, refusals, repeated, superseded } = adding.added;
  return (
    <>
      {source.unmatched > 0 && (
        <p>{WORDS.sources.unmatched(counted(source.unmatched, 'review', 'reviews'))}</p>
      )}
      {repeated > 0 && <p>{WORDS.sources.repeated(counted(repeated, 'record', 'records'))}</p>}
      {superseded > 0 && <p>{WORDS.sources.superseded(counted(superseded, 'record', 'records'))}</p>}
      {source.refused > 0 && (
        <details>
          <summary>{WORDS.sources.refused(counted(source.refused, 'record', 'records'))}</summary>
          <ul class="refusals">
            {refusals.map(({ where, message }) => (
              <li key={where} dir="auto">
                <code>{where}</code> {message}
              </li>
            ))}
            {source.refused > refusals.length && (
              <li>{WORDS.sources.more(sayNumber(source.refused - refusals.length))}</li>
            )}
          </ul>
        </details>
      )}
    </>
  );
}

function describe({ reviews, publishers, bytes, added }: StoredSource): string {
  const by =
    publishers.length > 3 ? `${publishers.slice(0, 3).join(', ')} and others` : publishers.join(', ');
  return `${counted(reviews, 'review', 'reviews')} by ${by}. Index ${sayBytes(bytes)}, added ${sayDate(added.slice(0, 10))}.`;
}
