/** Puts the panel beside the page. */

import { render } from 'preact';
import { speakOnPage } from '../language/speak';
import { App } from './App';
import './sidepanel.css';

speakOnPage();

const root = document.getElementById('app');
if (root) render(<App />, root);
