import { othersOf } from '../contract/next-step.ts';
import { standingOfAll } from '../contract/standing.ts';
import type { AttendanceCommitment, Me, Progress, Waiting } from '../contract/views.ts';
import { show, tabLink, type Viewer } from './card.ts';
import elsewhereTemplate from './elsewhere.json' with { type: 'json' };
import helpTemplate from './help.json' with { type: 'json' };
import helpWords from './help-words.json' with { type: 'json' };
import lostTemplate from './lost.json' with { type: 'json' };
import insteadTemplate from './instead.json' with { type: 'json' };
import { compile, render, type Card, type CardObject } from './render.ts';
import unlinkedTemplate from './unlinked.json' with { type: 'json' };
import welcomeTemplate from './welcome.json' with { type: 'json' };
import whoseTemplate from './whose.json' with { type: 'json' };
import { viewSchema, type Params, type View } from './views.ts';
import { eitherOf, lostWords, namesOf, unlinkedWords, whomToAsk, type Unlinked } from './words.ts';

const fills = {
  help: compile(helpTemplate),
  instead: compile(insteadTemplate),
  lost: compile(lostTemplate),
  welcome: compile(welcomeTemplate),
  unlinked: compile(unlinkedTemplate),
  elsewhere: compile(elsewhereTemplate),
  whose: compile(whoseTemplate),
};

/** What can be asked for here, by somebody in these roles. */
export function helpCard(viewer: Viewer, me: Me): Card {
  return render(fills.help, askable(viewer, me), viewer);
}

/** Why nothing came of what was typed, and what can be asked for. */
export function lostCard(viewer: Viewer, me: Me, why: Params['why'] = 'nothing-said'): Card {
  return render(fills.lost, { ...askable(viewer, me), ...lostWords(why), why }, viewer);
}

/** Whose a thing is, for somebody who asked for what isn't theirs, and what they can ask for. */
export function insteadCard(viewer: Viewer, me: Me, asked: 'executive' | 'decider'): Card {
  const others = askable(viewer, me, ({ who }) => who !== asked);
  return render(fills.instead, { asked, ...others }, viewer);
}

/** The words that somebody in these roles can say, each with its button. */
function askable(
  viewer: Viewer,
  me: Me,
  wanted: (word: (typeof helpWords)[number]) => boolean = () => true,
): CardObject {
  const { executive, assists, decides, leads, networks } = partsOf(me);
  const known = helpWords
    .filter(({ who }) => {
      if (who === 'raiser') return networks.length > 0;
      if (who === 'follower') return networks.length > 0 || me.pages.includes('board');
      if (who === 'leader') return leads;
      if (who === 'manager') return me.pages.includes('team');
      if (who === 'mentoring') return me.mentoring === true;
      if (who === 'board') return me.pages.includes('board');
      return who === 'decider' ? decides : executive || assists.length > 0;
    })
    .filter(wanted);
  const buttons = known
    .filter(({ button }) => button !== '')
    .map(({ button, view }) => ({ title: button, show: show(viewer, viewSchema.parse(view)) }));
  return {
    words: known.map(({ word, does }) => ({ word, does })),
    said: known.length === 0 ? '' : eitherOf(known.map(({ word }) => word)),
    buttons,
    organisation: me.organisation.name,
    leads,
    keeps: networks.length > 0,
    overview: known.length === 0 && me.pages.includes('organisation'),
    ...tabOf(viewer, me),
  };
}

/** What it does for this person, and the first thing to do. */
export function welcomeCard(
  viewer: Viewer,
  me: Me,
  commitment: AttendanceCommitment | undefined,
  waiting: Waiting,
  progress?: Progress,
): Card {
  const { executive, assists, decides, ediLead, leads, networks } = partsOf(me);
  const { done = 0, target = 0, meetings = [] } = commitment ?? {};
  const overview =
    me.pages.includes('organisation') && !executive && assists.length === 0 && !decides;
  const data = {
    givenName: me.person.givenName,
    organisation: me.organisation.name,
    executive,
    assists: namesOf(assists.map(({ name }) => name)),
    networks: namesOf(networks),
    waiting: waiting.waiting.length,
    ediLead,
    overview,
    nobody:
      !executive &&
      !leads &&
      assists.length === 0 &&
      !decides &&
      !me.pages.includes('organisation'),
    done,
    target,
    leads: leads && !executive,
    standing: standingOf(progress),
    held: meetings.filter(({ may, state }) => may.includes('claim') && state === 'not-recorded')
      .length,
    show: {
      waiting: show(viewer, 'waiting'),
      attended: show(viewer, 'attended'),
      meetings: show(viewer, 'meetings'),
    },
    ...tabOf(viewer, me),
  };
  return render(fills.welcome, data, viewer, { view: 'welcome', params: {} });
}

/** Where somebody stands over several commitments; empty where meetings are all there is. */
function standingOf(progress: Progress | undefined): string {
  const several = progress?.person.self === true && othersOf(progress).length > 0;
  return several ? standingOfAll(progress) : '';
}

/** Whom to ask, for somebody whose account isn't linked to anybody here. */
export function unlinkedCard(viewer: Viewer, because: Unlinked, ask: readonly string[]): Card {
  const data = { because: unlinkedWords(because), ask: whomToAsk(ask) };
  return render(fills.unlinked, data, viewer);
}

/** The answer in a team or a group chat, where nothing of anybody's own is shown. */
export function elsewhereCard(viewer: Viewer): Card {
  return render(fills.elsewhere, {}, viewer);
}

/** For whom, where an assistant acts for several. */
export function whoseCard(viewer: Viewer, me: Me, then: View, params: Params = {}): Card {
  const people = partsOf(me).assists.map(({ id, name }) => ({
    name,
    show: show(viewer, then, { ...params, for: id }),
  }));
  return render(fills.whose, { people }, viewer);
}

/** The parts somebody plays, as far as the bot's words depend on them. */
export function partsOf(me: Me) {
  const has = (role: string): boolean => me.roles.some((held) => held.role === role);
  const chaired = me.roles.filter(
    ({ role }) => role === 'network-chair' || role === 'network-deputy',
  );
  return {
    executive: has('executive-director'),
    assists: me.roles.flatMap((held) =>
      held.role === 'executive-assistant' && held.for ? [held.for] : [],
    ),
    networks: chaired.flatMap(({ network }) => (network ? [network.name] : [])),
    networkIds: chaired.flatMap(({ network }) => (network ? [network.id] : [])),
    ediLead: has('edi-lead'),
    decides: me.pages.includes('network') || has('edi-lead'),
    leads: me.leads === true,
  };
}

function tabOf(viewer: Viewer, me: Me): { tab: boolean; link: string } {
  const page = me.pages[0];
  return { tab: page !== undefined, link: page === undefined ? '' : tabLink(viewer, page) };
}
