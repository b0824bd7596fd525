import { expect, test } from 'vitest';
import { intentOf, seriesIntentOf } from '../../bot/teams/intents.ts';

test.each([
  ['hi', 'welcome'],
  ['HELLO!', 'welcome'],
  ['  Hello.  ', 'welcome'],
  ['<at>Silver Commitments</at> hello', 'welcome'],
  ['help', 'help'],
  ['HeLp', 'help'],
  ['?', 'help'],
  ['What can you do?', 'help'],
  ['meetings', 'meetings'],
  ['My meetings…', 'meetings'],
  ['Progress', 'progress'],
  ['I attended', 'attended'],
  ['attended', 'attended'],
  ['I was there!', 'attended'],
  ['<at>Silver Commitments</at>&nbsp;I attended', 'attended'],
  ['withdraw', 'withdraw'],
  ['claims', 'waiting'],
  ['Waiting', 'waiting'],
  ['Education', 'education'],
  ['My training', 'education'],
  ['verify', 'education-waiting'],
  ['Board papers', 'papers'],
  ['leadership council?', 'council'],
  ['Silver', 'silver'],
  ['board', 'board'],
  ['Pairs', 'pairs'],
  ['', 'lost'],
  ['helpless', 'lost'],
  ['purple elephants', 'lost'],
  ['help me rob a bank', 'lost'],
  ['constructor', 'lost'],
])('“%s” asks for %s', (text, view) => {
  expect(intentOf(text)).toBe(view);
});

test.each([
  ['<at>Silver Commitments</at> Link', 'link'],
  ['link this meeting', 'link'],
  ['Unlink.', 'unlink'],
  ['please', undefined],
  ['', undefined],
])('“%s” in a meeting’s chat asks to %s', (text, asked) => {
  expect(seriesIntentOf(text)).toBe(asked);
});
