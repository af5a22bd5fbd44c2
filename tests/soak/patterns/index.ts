/** Text, and ways of saying, that are written to keep us busy: every pattern of ours, and all that reads what others wrote. */
import type { Part } from '../part';
import { regexes } from './regexes';
import { texts } from './texts';
import { ways } from './ways';

export const patterns: Part = {
  name: 'patterns',
  about:
    'Every regular expression that stands in the sources, the language of ways of saying, and all readers of text, each with inputs made to take long.',
  browsers: [],
  async run(options) {
    const all = [ways(options), await texts(options), await regexes(options)];
    return {
      figures: all.flatMap(({ figures }) => figures),
      failures: all.flatMap(({ failures }) => failures),
    };
  },
};
