/** Sources of a backup that are not here: the reader adds each, because its host is asked then. */
import { asciiAddress } from '../../../components/http';
import type { SavedSource } from '../../../lib/store/backup/format';
import { AIR_GAP } from '../../../lib/store/network/air-gap';
import { say } from '../../../lib/words';
import { useFingerprints } from '../library/fingerprint';

export function MissingSources({ sources }: { sources: readonly SavedSource[] }) {
  const named = useFingerprints(sources.flatMap(({ key }) => key ?? []));
  return (
    <div class="missing">
      <h4>{say('options_import_sources')}</h4>
      <p class="hint">{say(AIR_GAP ? 'options_import_sources_air_gap' : 'options_import_sources_what')}</p>
      <ul class="plain">
        {sources.map(({ title, address, key }) => (
          <li key={`${title} ${address}`}>
            <bdi>{title}</bdi>
            {address === '' ? (
              <span class="hint"> {say('options_import_sources_file')}</span>
            ) : (
              <code dir="ltr">{asciiAddress(address)}</code>
            )}
            {key !== undefined && <p class="hint">{say('options_import_sources_key', named(key))}</p>}
          </li>
        ))}
      </ul>
      <p>
        <a href="#library">{say('options_import_sources_go')}</a>
      </p>
    </div>
  );
}
