/** Puts one check on a page of its own: `check.html#<id>`, from a private window `check.html?private#<id>`. */

import { render } from 'preact';
import { speakOnPage } from '../language/speak';
import { App } from './App';
import '../../components/page.css';
import '../../components/controls.css';
import '../../components/matches.css';
import '../../components/check.css';
import '../../components/check-print.css';
import './check.css';

speakOnPage();

const root = document.getElementById('app');
if (root) render(<App />, root);
