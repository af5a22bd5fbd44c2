/** The library: the starter, each source the reader added, the room they take, and adding more. */
import { useRef, useState } from 'preact/hooks';
import { sayBytes } from '../../../components/dates';
import { RoomDrawing } from '../../../components/RoomDrawing';
import type { Settings } from '../../../lib/store/settings';
import type { StoredSource } from '../../../lib/store/source';
import { say } from '../../../lib/words';
import { freedBy, hostIn, hostsLeftBy } from '../hosts/origins';
import { askFor, giveBack } from '../hosts/permission';
import { Section } from '../Section';
import type { LibraryView, SettingsState } from '../useSettings';
import { AddSource } from './AddSource';
import { roomOf } from './room';
import { SourceEntry } from './SourceEntry';
import { StarterEntry } from './StarterEntry';
import { sayWentBack, titleOf } from './saying';
import { useWork, workOn } from './useWork';

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

  const update = async (source: StoredSource, address: string) => {
    setSaid('');
    const { id } = source;
    const about = { id, name: titleOf(source) };
    // First of all, for the browser asks only in the reader's click; where the host is allowed it does not ask.
    if (await askFor(address)) await start({ task: 'update', id }, about);
    else fail(about, say('library_ask_denied', hostIn(address)));
  };
  const remove = async (source: StoredSource) => {
    forget();
    const freed = freedBy(source.id, sources);
    setSaid(say('library_removing_of', titleOf(source)));
    const done = await act.removeSource(source.id);
    setSaid(done ? say('library_removed', titleOf(source)) : '');
    if (!done) return;
    // Its own buttons went with it.
    list.current?.focus();
    await giveBack(freed);
  };
  const rollBack = async (source: StoredSource) => {
    forget();
    setSaid(say('library_going_back_of', titleOf(source)));
    const done = await act.rollBack(source.id);
    setSaid(done ? sayWentBack(titleOf(source), source.address !== undefined) : '');
  };
  const parts = [
    { id: 'starter', name: starter.pack.title, bytes: starter.bytes },
    ...sources.map((source) => ({ id: source.id, name: titleOf(source), bytes: roomOf(source).all })),
  ];
  return (
    <Section title={say('library_title')} lead={say('library_lead')}>
      {library.isBeside && <p class="hint">{say('library_newer')}</p>}
      <ul ref={list} class="rows" tabIndex={-1} aria-label={say('library_title')}>
        <StarterEntry starter={starter} />
        {sources.map((source) => (
          <SourceEntry
            key={source.id}
            source={source}
            on={!settings.topicsOff.includes(source.id)}
            work={workOn(work, source.id)}
            busy={work.state === 'working'}
            hosts={hostsLeftBy(source.id, sources)}
            onSwitch={(on) => act.switchTopic(source.id, on)}
            onUpdate={(address) => void update(source, address)}
            onSchedule={(schedule) => act.setSchedule(source.id, schedule)}
            onCancel={working.cancel}
            onRollBack={() => rollBack(source)}
            onRemove={() => remove(source)}
            onSwitchPublishers={(keys, on) => act.switchPublishers(source.id, keys, on)}
          />
        ))}
      </ul>
      {sources.length === 0 && <p class="none then">{say('library_none')}</p>}
      {sources.length > 0 && (
        <>
          <h3 class="part-title">{say('library_room')}</h3>
          <RoomDrawing parts={parts} />
          <p class="hint">
            {say('library_in_all', sayBytes(parts.reduce((sum, part) => sum + part.bytes, 0)))}
          </p>
        </>
      )}
      <AddSource sources={sources} working={working} said={said} />
    </Section>
  );
}
