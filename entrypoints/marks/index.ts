/** The script that draws: brought into a frame with its first match, so that pages without one never pay for it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../content/world';
import { startPainter } from './painter';

export default defineUnlistedScript(() => {
  world.startPainter = startPainter;
});
