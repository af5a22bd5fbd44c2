/** The parts of the soak, in the order in which they run. */

import { apps } from './apps';
import { attacks } from './attacks';
import { disk } from './disk';
import { feeds } from './feeds';
import { lifetime } from './lifetime';
import { load } from './load';
import { pages } from './pages';
import type { Part } from './part';
import { patterns } from './patterns';
import { restore } from './restore';
import { tabs } from './tabs';
import { time } from './time/part';

export const PARTS: readonly Part[] = [
  pages,
  apps,
  attacks,
  patterns,
  feeds,
  lifetime,
  disk,
  tabs,
  restore,
  load,
  time,
];
