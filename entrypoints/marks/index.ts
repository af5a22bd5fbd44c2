/** The script that draws: brought into a frame with its first match, so that pages without one never pay for it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../content/world';
import { speak } from '../language/speak';
import { startPainter } from './painter';

export default defineUnlistedScript(() => {
  speak();
  world.startPainter = startPainter;
});
