/** The sections of the settings, in their order: their names in addresses, their titles, their icons. */
import {
  Archive,
  BookOpen,
  Globe,
  type IconNode,
  Info,
  Keyboard,
  Languages,
  Library,
  ShieldCheck,
  Tags,
  Underline,
} from 'lucide';
import { hasKeys } from '../../lib/browser/places';
import type { WordKey } from '../../lib/words';

export const SECTIONS = [
  { id: 'topics', title: 'options_topics', icon: Tags },
  { id: 'marks', title: 'options_marks', icon: Underline },
  { id: 'sites', title: 'options_sites', icon: Globe },
  { id: 'languages', title: 'options_languages', icon: Languages },
  { id: 'library', title: 'options_library', icon: Library },
  { id: 'reading', title: 'options_reading', icon: BookOpen },
  { id: 'shortcuts', title: 'options_shortcuts', icon: Keyboard },
  { id: 'privacy', title: 'options_privacy', icon: ShieldCheck },
  { id: 'backup', title: 'options_backup', icon: Archive },
  { id: 'about', title: 'options_about', icon: Info },
] as const satisfies readonly { id: string; title: WordKey; icon: IconNode }[];

/** Those that are of use in this browser. */
export const sectionsHere = () => SECTIONS.filter(({ id }) => id !== 'shortcuts' || hasKeys());

export type SectionId = (typeof SECTIONS)[number]['id'];
