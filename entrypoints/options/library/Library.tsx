/** The library: the starter, each source the reader added, the room they take, and adding more. */
import { useRef, useState } from 'preact/hooks';
import { sayBytes } from '../../../components/dates';
import { RoomDrawing } from '../../../components/RoomDrawing';
import type { Settings } from '../../../lib/store/settings';
import type { StoredSource } from '../../../lib/store/source';
import { freedBy, hostIn } from '../hosts/origins';
import { askFor, giveBack } from '../hosts/permission';
import { Section } from '../Section';
import type { LibraryView, SettingsState } from '../useSettings';
import { AddSource } from './AddSource';
import { roomOf } from './room';
import { SourceEntry } from './SourceEntry';
import { StarterEntry } from './StarterEntry';
import { useWork, workOn } from './useWork';
import { WORDS } from './words';

export interface LibraryProps {
  readonly library: LibraryView;
  readonly settings: Settings;
  readonly act: SettingsState['act'];
}

export function Library({ library, settings, act }: LibraryProps) {
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const working = useWork(act.reload);
  const { work, start, fail, forget } = working;
  const { sources, starter } = library;

  const update = async ({ id, title }: StoredSource, address: string) => {
    setSaid('');
    const about = { id, name: title };
    // First of all, for the browser asks only in the reader's click; where the host is allowed it does not ask.
    if (await askFor(address)) await start({ task: 'update', id }, about);
    else fail(about, WORDS.asking.denied(hostIn(address)));
  };
  const remove = async ({ id, title }: StoredSource) => {
    forget();
    // Its own buttons go with it.
    list.current?.focus();
    const freed = freedBy(id, sources);
    if (!(await act.removeSource(id))) return;
    setSaid(WORDS.removed(title));
    await giveBack(freed);
  };
  const rollBack = async ({ id, title }: StoredSource) => {
    forget();
    if (await act.rollBack(id)) setSaid(WORDS.wentBack(title));
  };
  const parts = [
    { id: 'starter', name: starter.pack.title, bytes: starter.bytes },
    ...sources.map((source) => ({ id: source.id, name: source.title, bytes: roomOf(source).all })),
  ];
  return (
    <Section title={WORDS.title} lead={WORDS.lead}>
      <ul ref={list} class="rows" tabIndex={-1} aria-label={WORDS.title}>
        <StarterEntry starter={starter} />
        {sources.map((source) => (
          <SourceEntry
            key={source.id}
            source={source}
            on={!settings.topicsOff.includes(source.id)}
            work={workOn(work, source.id)}
            busy={work.state === 'working'}
            frees={freedBy(source.id, sources).map(() => hostIn(source.address ?? ''))}
            onSwitch={(on) => act.switchTopic(source.id, on)}
            onUpdate={(address) => void update(source, address)}
            onSchedule={(schedule) => act.setSchedule(source.id, schedule)}
            onCancel={working.cancel}
            onRollBack={() => void rollBack(source)}
            onRemove={() => void remove(source)}
            onPublishersOff={(off) => act.setPublishersOff(source.id, off)}
          />
        ))}
      </ul>
      {sources.length === 0 && <p class="none then">{WORDS.none}</p>}
      {sources.length > 0 && (
        <>
          <h3 class="part-title">{WORDS.room}</h3>
          <RoomDrawing parts={parts} />
          <p class="hint">{WORDS.inAll(sayBytes(parts.reduce((sum, part) => sum + part.bytes, 0)))}</p>
        </>
      )}
      <AddSource sources={sources} working={working} said={said} onSchedule={act.setSchedule} />
    </Section>
  );
}
