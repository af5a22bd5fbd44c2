/** Everything drawn over a page is styled by this one sheet, inside our own shadow root. */
import badge from '../../components/badge.css?inline';
import card from '../../components/card.css?inline';
import theme from '../../components/theme.css?inline';
import overlay from './overlay.css?inline';

export default [theme, badge, card, overlay].join('\n');
