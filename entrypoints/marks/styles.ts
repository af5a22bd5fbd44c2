/** Everything drawn over a page is styled by this one sheet, inside our own shadow root. */
import badge from '../../components/badge.css?inline';
import card from '../../components/card.css?inline';
import notice from '../../components/notice.css?inline';
import theme from '../../components/theme.css?inline';
import { ENDS_OUR_SCRIPTS } from '../../lib/browser/differences';
import overlay from './overlay.css?inline';

/** In Firefox, marks that answer to nobody any more vanish with the extension's own rule (`alive.css`). */
const alive = '@media screen { :host { display: var(--factmark-alive, none) !important } }';

/**
 * The reader's own faces, by no name: a page can call a font of its own by any name that we use (`@font-face`), and would
 * then be asked for it letter by letter (`unicode-range`).
 */
const faces = ':host > * { --fm-sans: system-ui, sans-serif; --fm-serif: serif }';

export default [theme, faces, badge, card, notice, overlay, ENDS_OUR_SCRIPTS ? alive : ''].join('\n');
