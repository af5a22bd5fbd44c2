/** Sources of other publishers' checks: what is there, a feed from a file, and how that went. */
import { useRef } from 'preact/hooks';
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
  const { adding, add, cancel } = useAdding(onChange);
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
                onClick={() => onRemove(source.id)}
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
            if (file) add(file);
          }}
        />
        <button
          type="button"
          class="button"
          disabled={adding.state === 'working'}
          onClick={() => field.current?.click()}
        >
          {WORDS.sources.add}
        </button>
        {adding.state === 'working' && (
          <button type="button" class="button quiet" onClick={cancel}>
            {WORDS.sources.cancel}
          </button>
        )}
      </div>
      <p class="hint">{WORDS.sources.hint}</p>
      <div class="adding" role="status">
        <Progress adding={adding} />
      </div>
    </Section>
  );
}

function Progress({ adding }: { adding: Adding }) {
  switch (adding.state) {
    case 'idle':
      return null;
    case 'working': {
      const { doing, done, of } = adding.step;
      return (
        <>
          <p>{WORDS.sources.doing[doing](adding.name, counted(of, 'review', 'reviews'))}</p>
          <progress
            aria-label={WORDS.sources.progress}
            max={1}
            {...(doing === 'storing' && of > 0 ? { value: done / of } : {})}
          />
        </>
      );
    }
    case 'failed':
      return (
        <p class="problem">
          {WORDS.sources.failed(adding.name)} {adding.why}
        </p>
      );
    case 'added': {
      const { source, refusals, repeated } = adding.added;
      return (
        <>
          <p>{WORDS.sources.added(counted(source.reviews, 'review', 'reviews'), source.title)}</p>
          {repeated > 0 && <p>{WORDS.sources.repeated(counted(repeated, 'record', 'records'))}</p>}
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
  }
}

function describe({ reviews, publishers, bytes, added }: StoredSource): string {
  const by =
    publishers.length > 3 ? `${publishers.slice(0, 3).join(', ')} and others` : publishers.join(', ');
  return `${counted(reviews, 'review', 'reviews')} by ${by}. Index ${sayBytes(bytes)}, added ${sayDate(added.slice(0, 10))}.`;
}
