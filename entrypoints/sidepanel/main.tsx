/** Puts the panel beside the page. */

import { render } from 'preact';
import { speakOnPage } from '../language/speak';
import { App } from './App';
import '../../components/page.css';
import '../../components/controls.css';
import '../../components/matches.css';
import '../../components/check.css';
import '../../components/find.css';
import '../../components/reading.css';
import './sidepanel.css';

speakOnPage();

const root = document.getElementById('app');
if (root) render(<App />, root);
