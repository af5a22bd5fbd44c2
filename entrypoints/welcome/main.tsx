/** Puts the welcome on its page. */

import { render } from 'preact';
import { say } from '../../lib/words';
import { speakOnPage } from '../language/speak';
import { App } from './App';
import '../../components/page.css';
import '../../components/controls.css';
import './welcome.css';

speakOnPage();
document.title = say('welcome_page_title');

const root = document.getElementById('app');
if (root) render(<App />, root);
