/** Finding a check by words, and what was read lately. */
import type { PanelCalls } from '../../lib/messages/calls';
import type { Handlers } from '../../lib/messages/wire';
import type { LiveLibrary } from '../../lib/store/live';
import { readOpened } from '../../lib/store/opened/opened';

type SearchCalls = Pick<PanelCalls, 'search' | 'recent'>;

export const searchHandlers = (live: LiveLibrary): Handlers<SearchCalls, undefined> => ({
  search: () => [],
  recent: async () => readOpened((await live()).database),
});
