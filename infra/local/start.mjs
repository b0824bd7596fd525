// `npm start`: storage, bot, tab and the practice Teams window.
import { runFile } from './run.mjs';

runFile('infra/local/main.ts', process.argv.slice(2));
