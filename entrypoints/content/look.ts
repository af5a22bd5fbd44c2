/** How loud each sighting is: by the verdict of its check, where the reader chose so, else as everything. */
import { badgeTone } from '../../components/tones';
import type { CardInfo, PageState } from '../../lib/messages/calls';
import type { Loudness } from '../../lib/store/settings';

/** What the reader chose about how marks look; nothing of it changes what is found. */
export type Look = Pick<PageState, 'loudness' | 'loudnessFor'>;

/** Of a sentence that `card` is about. The claim's verdict counts, also where the sentence only asks or denies. */
export const loudnessOf = ({ loudness, loudnessFor }: Look, { verdict }: CardInfo): Loudness =>
  loudnessFor[badgeTone(verdict.rating)] ?? loudness;
