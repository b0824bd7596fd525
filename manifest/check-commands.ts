import helpWords from '../bot/cards/help-words.json' with { type: 'json' };
import { intentOf, seriesIntentOf } from '../bot/teams/intents.ts';
import type { Manifest } from './manifest.ts';

type Bot = Manifest['bots'][number];

/**
 * Commands that the bot doesn't answer, that stand twice or begin with a slash, and words that the
 * bot's own help names and its personal chat doesn't list.
 */
export function commandFaults({ bots }: Pick<Manifest, 'bots'>): string[] {
  return bots.flatMap((bot) => [
    ...bot.commandLists.flatMap(({ scopes, commands }) =>
      commands.flatMap(({ title }) => unfit(title, scopes)),
    ),
    ...bot.scopes.flatMap((scope) => doubled(bot, scope)),
    ...missing(bot),
  ]);
}

function unfit(title: string, scopes: readonly string[]): string[] {
  if (title.trim().startsWith('/')) return [`The command “${title}” begins with a slash.`];
  const unanswered = scopes.filter((scope) => !isAnswered(title, scope));
  if (unanswered.length === 0) return [];
  return [`The bot does not answer the command “${title}” (${unanswered.join(', ')}).`];
}

/** Where others read along, the bot tells nobody anything of their own. */
function isAnswered(title: string, scope: string): boolean {
  if (scope === 'personal') return intentOf(title) !== 'lost';
  if (intentOf(title) === 'help') return true;
  return scope === 'groupChat' && seriesIntentOf(title) !== undefined;
}

function doubled(bot: Bot, scope: string): string[] {
  const titles = titlesIn(bot, scope);
  const twice = new Set(titles.filter((title, index) => titles.indexOf(title) !== index));
  return [...twice].map((title) => `The command “${title}” is there twice for ${scope}.`);
}

function missing(bot: Bot): string[] {
  if (!bot.scopes.includes('personal')) return [];
  const listed = titlesIn(bot, 'personal');
  return (
    helpWords
      // Teams lists twelve at most: help alone names the others, to those whom they are for.
      .filter(({ unlisted }) => unlisted !== true)
      .filter(({ word }) => !listed.includes(word.toLowerCase()))
      .map(({ word }) => `The bot’s help names “${word}”, which is no command for personal.`)
  );
}

/** In lower case, as the bot hears them. */
function titlesIn(bot: Bot, scope: string): string[] {
  return bot.commandLists
    .filter(({ scopes }) => scopes.includes(scope))
    .flatMap(({ commands }) => commands.map(({ title }) => title.trim().toLowerCase()));
}
