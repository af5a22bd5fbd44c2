/** Puts one check on a page of its own: `check.html#<id>`, from a private window `check.html?private#<id>`. */
import { render } from 'preact';
import { App } from './App';
import './check.css';

const root = document.getElementById('app');
if (root) render(<App />, root);
