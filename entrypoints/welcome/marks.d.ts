/** The script that draws, a file of the package by itself: it leaves what it does in `world`. */
declare module '*/marks.js';
