import { londonMoment } from '../../contract/dates.ts';
import {
  returnReasonSchema,
  type EducationToVerify,
  type MyEducation,
} from '../../contract/education.ts';
import type { Refusal } from '../../contract/acts.ts';
import { show, tabLink, type Viewer } from '../card.ts';
import { refusalText } from '../refusals.ts';
import { compile, render, type Card } from '../render.ts';
import answeredTemplate from './answered.json' with { type: 'json' };
import ownTemplate from './own.json' with { type: 'json' };
import waitingTemplate from './waiting.json' with { type: 'json' };
import { recordWords, returnWords, standingWords, stateWords } from './words.ts';

const ownFill = compile(ownTemplate);
const waitingFill = compile(waitingTemplate);
const answeredFill = compile(answeredTemplate);

/** So many stand on one card; the rest come after them, and all are in the tab. */
const shown = 10;
const ownShown = 3;

/** One's own education: where it stands, and a form for the next course. */
export function ownEducationCard(
  viewer: Viewer,
  education: MyEducation,
  given: { about?: string | undefined; waiting: number },
): Card {
  const { organisation } = viewer;
  const { on, mayRecord, records } = education;
  const fresh = records.find(({ id, mayWithdraw }) => id === given.about && mayWithdraw);
  const data = {
    standing: standingWords(education),
    fresh: fresh !== undefined,
    mayRecord,
    today: on,
    records: records.slice(0, ownShown).map((record) => ({
      what: recordWords(record),
      state: stateWords(record),
      tone: record.state === 'verified' ? 'good' : 'accent',
    })),
    act: { organisation },
    withdraw: { organisation, entry: fresh?.id ?? '' },
    waiting: given.waiting,
    show: { waiting: show(viewer, 'education-waiting') },
    link: tabLink(viewer, 'commitments'),
  };
  // No refresh by itself: it would take away what somebody is typing.
  return render(ownFill, data, viewer);
}

/** What waits to be verified, all in one tap. */
export function educationWaitingCard(
  viewer: Viewer,
  { on, waiting, answered }: EducationToVerify,
): Card {
  const { organisation } = viewer;
  const records = waiting.slice(0, shown).map((record) => ({
    id: record.id,
    name: record.name,
    what: recordWords(record),
    evidence: evidenceWords(record.evidence),
  }));
  const only = records.length === 1 ? records[0] : undefined;
  const data = {
    count: records.length,
    more: waiting.length - records.length,
    records,
    on,
    verify: { organisation, entries: records.map(({ id }) => id) },
    send: { organisation, ...(only ? { entry: only.id } : {}) },
    reasons: returnReasonSchema.options.map((reason) => ({
      title: returnWords(reason),
      value: reason,
    })),
    answered: answered.filter(({ mayReopen }) => mayReopen).length,
    show: { answered: show(viewer, 'education-answered') },
    link: tabLink(viewer, 'organisation'),
  };
  return render(waitingFill, data, viewer, { view: 'education-waiting', params: {} });
}

/** What was just answered, or all that can still be taken back. */
export function educationAnsweredCard(
  viewer: Viewer,
  { waiting, answered }: EducationToVerify,
  about: readonly string[] | undefined,
  refused: readonly Refusal[],
): Card {
  const { organisation } = viewer;
  const told = answered
    .filter(({ id, mayReopen }) => (about === undefined ? mayReopen : about.includes(id)))
    .slice(0, shown);
  const reopen = told.filter(({ mayReopen }) => mayReopen).map(({ id }) => id);
  const data = {
    records: told.map((record) => ({
      name: record.name,
      what: recordWords(record),
      state: record.state === 'verified' ? 'Verified' : 'Sent back',
      tone: record.state === 'verified' ? 'good' : 'accent',
      // Two may answer at once: whoever came second hears whose answer stands.
      by: record.mayReopen ? '' : `By ${record.answeredBy}, ${londonMoment(record.answeredAt)}`,
    })),
    count: told.length,
    note: [...new Set(refused)].map((because) => refusalText(because).say).join(' '),
    waiting: waiting.length,
    mayReopen: reopen.length > 0,
    reopen: { organisation, entries: reopen },
    show: { waiting: show(viewer, 'education-waiting') },
    link: tabLink(viewer, 'organisation'),
  };
  const params: Record<string, string> = about === undefined ? {} : { about: about.join(' ') };
  return render(answeredFill, data, viewer, { view: 'education-answered', params });
}

type Evidence = EducationToVerify['waiting'][number]['evidence'];

/** Longer ones have nothing in them that anybody reads; the tab has the whole of it. */
const longestLink = 120;

function shortened(address: string): string {
  return address.length > longestLink ? `${address.slice(0, longestLink)}…` : address;
}

/** What shows it; a link as it stands, so that it is looked at before it is followed. */
function evidenceWords(evidence: Evidence): string {
  switch (evidence?.kind) {
    case 'link':
      return `Shown by ${shortened(evidence.address)}`;
    case 'file':
      return `Shown by ${evidence.name}. Open it in the tab.`;
    case 'register':
      return evidence.number === undefined
        ? `Shown by the list ${evidence.name}`
        : `Shown by the list ${evidence.name}, ${evidence.number}`;
    case undefined:
      return '';
  }
}
