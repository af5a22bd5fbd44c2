/**
 * The one sheet that a frame is given outside of our root, with the script that draws: not with the one that reads, or every
 * page could tell by it that we are there (`getComputedStyle` of an element of our name).
 */
import { ENDS_OUR_SCRIPTS } from '../../lib/browser/differences';
import alive from './alive.css?inline';
import print from './print.css?inline';

export default ENDS_OUR_SCRIPTS ? alive + print : print;
