/** Puts the popup on its page, and tells the style sheet whether it stands in a tab of its own. */

import { render } from 'preact';
import { browser } from '../../lib/browser';
import { hasToolbar } from '../../lib/browser/places';
import { speakOnPage } from '../language/speak';
import { App } from './App';
import '../../components/page.css';
import '../../components/controls.css';
import '../../components/matches.css';
import '../../components/find.css';
import '../../components/check.css';
import './popup.css';

speakOnPage();

const root = document.getElementById('app');
if (root) render(<App />, root);
// For `npm run bench -- popup`.
performance.mark('drawn');

void browser.tabs.getCurrent().then((tab) => {
  // On a phone it fills the screen.
  if (tab || !hasToolbar()) document.documentElement.dataset.where = 'tab';
});
