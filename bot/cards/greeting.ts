import { othersOf } from '../contract/next-step.ts';
import { standingOfAll } from '../contract/standing.ts';
import { unlinkedWords, type Unlinked } from '../contract/unlinked.ts';
import {
  isAsked,
  type AttendanceCommitment,
  type Me,
  type Page,
  type Progress,
  type Waiting,
} from '../contract/views.ts';
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
import words from './words.json' with { type: 'json' };
import { eitherOf, firstWords, lostWords, namesOf, type First } from './words.ts';

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
      if (who === 'carrier') return me.carries === true;
      if (who === 'learner') return me.recordsEducation === true;
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

/** What somebody's role at the organisation has waiting. */
export type Job =
  | {
      readonly of: 'board-secretary' | 'board-chair' | 'network-chair';
      readonly items: number;
    }
  | { readonly of: 'edi-lead'; readonly courses: number; readonly records: number };

/** What it does for this person, and the first thing to do. */
export function welcomeCard(
  viewer: Viewer,
  me: Me,
  commitment: AttendanceCommitment | undefined,
  waiting: Waiting,
  progress?: Progress,
  job?: Job,
): Card {
  const { executive, assists, decides, ediLead, leads, networks } = partsOf(me);
  const { done = 0, target = 0, meetings = [] } = commitment ?? {};
  const overview =
    me.pages.includes('organisation') && !executive && assists.length === 0 && !decides;
  const held = meetings.filter(isAsked).length;
  const first = firstOf(me, { waiting: waiting.waiting.length, held });
  const jobs = first === 'mentoring' ? mentoringData(viewer) : jobData(viewer, job);
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
      assists.length === 0 &&
      !decides &&
      !leads &&
      me.mentoring !== true &&
      me.carries !== true &&
      !me.pages.includes('organisation'),
    done,
    target,
    leads: leads && !executive,
    standing: standingOf(progress),
    held,
    ...jobs,
    show: {
      waiting: show(viewer, 'waiting'),
      attended: show(viewer, 'attended'),
      meetings: show(viewer, 'meetings'),
    },
    ...tabOf(viewer, me, first),
    first:
      waiting.waiting.length === 0 && jobs.jobFirst !== ''
        ? `First: ${jobs.jobFirst}`
        : firstWords(first),
  };
  return render(fills.welcome, data, viewer, { view: 'welcome', params: {} });
}

/** The first thing to do, by what somebody's parts are and what waits. */
function firstOf(me: Me, { waiting, held }: { waiting: number; held: number }): First {
  const { executive, assists, networks, ediLead, leads } = partsOf(me);
  if (waiting > 0) return 'waiting';
  if (held > 0) return executive ? 'held' : 'heldByOther';
  if (executive || assists.length > 0) return 'meetings';
  if (networks.length > 0) return networks.length === 1 ? 'network' : 'networks';
  if (ediLead) return 'organisation';
  if (leads) return 'commitments';
  if (me.pages.includes('board')) return 'board';
  if (me.pages.includes('organisation')) return 'organisation';
  return me.mentoring === true ? 'mentoring' : 'tab';
}

/** Where the tab has it. */
const pageOfFirst: Partial<Record<First, Page>> = {
  network: 'network',
  networks: 'network',
  organisation: 'organisation',
  board: 'board',
  commitments: 'commitments',
};

/** The job in a sentence, what to do first in it, and the button that leads there. */
function jobData(viewer: Viewer, job: Job | undefined) {
  if (job === undefined) return { job: '', jobFirst: '', jobButton: '', jobShow: {} };
  const { say, none, first, button } = words.jobs[job.of];
  const waits = 'items' in job ? job.items : job.courses + job.records;
  if (waits === 0) {
    const jobShow = show(viewer, viewSchema.parse(none.view));
    return { job: say, jobFirst: none.first, jobButton: none.button, jobShow };
  }
  // What was before the app is verified in the tab alone.
  const inTab = 'courses' in job && job.courses === 0;
  return {
    job: say,
    jobFirst: `${countOf(job)} ${first}`,
    jobButton: inTab ? '' : button,
    jobShow: show(viewer, 'items' in job ? 'agenda' : 'education-waiting'),
  };
}

/** Whoever is nothing else here: no more than that there is something, and the button to it. */
function mentoringData(viewer: Viewer) {
  const jobShow = show(viewer, 'mentoring');
  return { job: '', jobFirst: '', jobButton: words.seeMentoring, jobShow };
}

/** "2 courses and 24 records from before wait". */
function countOf(job: Job): string {
  const some = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];
  const parts =
    'items' in job
      ? some(job.items, 'item', 'items')
      : [
          ...some(job.courses, 'course', 'courses'),
          ...some(job.records, 'record from before', 'records from before'),
        ];
  const total = 'items' in job ? job.items : job.courses + job.records;
  return `${namesOf(parts)} ${total === 1 ? 'waits' : 'wait'}`;
}

/** Where somebody stands over several commitments; empty where meetings are all there is. */
function standingOf(progress: Progress | undefined): string {
  const several = progress?.person.self === true && othersOf(progress).length > 0;
  return several ? standingOfAll(progress) : '';
}

/** Whom to ask, for somebody whose account isn't linked to anybody here. */
export function unlinkedCard(viewer: Viewer, because: Unlinked, ask: readonly string[]): Card {
  const isNew = because !== 'left';
  const isGuest = because === 'guest';
  const title = isGuest ? words.guestTitle : isNew ? words.unlinkedTitle : words.leftTitle;
  const { say, next } = unlinkedWords(because, ask);
  const data = { title, isNew, because: say, next };
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

function tabOf(viewer: Viewer, me: Me, first?: First): { tab: boolean; link: string } {
  const named = first === undefined ? undefined : pageOfFirst[first];
  const page = me.pages.find((one) => one === named) ?? me.pages[0];
  return { tab: page !== undefined, link: page === undefined ? '' : tabLink(viewer, page) };
}
