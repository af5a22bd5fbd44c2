/** Puts the settings on their page. */

import { render } from 'preact';
import { speakOnPage } from '../language/speak';
import { App } from './App';
import { allowOwnScripts } from './own-scripts';
import '../../components/page.css';
import '../../components/controls.css';
import '../../components/matches.css';
import './library/library.css';
import './layout.css';
import './options.css';

speakOnPage();
allowOwnScripts();

const root = document.getElementById('app');
if (root) render(<App />, root);
