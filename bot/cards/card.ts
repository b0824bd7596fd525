import type { MyMeeting, Page, Progress } from '../contract/views.ts';
import { meetingTime, shortDate } from '../contract/dates.ts';
import { placeOf } from '../contract/place.ts';
import type { CardData } from './render.ts';
import type { Params, View } from './views.ts';
import { changeWords, stateWords } from './words.ts';

/** Who looks at a card, and what its buttons need to say about them. */
export interface Viewer {
  /** The organisation that every button names: one made for another is refused. */
  readonly organisation: string;
  /** Their id in Teams, for whom the card refreshes; empty where it isn't known. */
  readonly user: string;
  readonly givenName: string;
  /** They are in another organisation, too: a link into the tab says which one it is about. */
  readonly several?: true;
  /** The app's id in Teams, for links into the tab. */
  readonly teamsAppId: string;
}

/** A link that opens the tab in Teams at one of its pages. */
export function tabLink(viewer: Viewer, page: Page): string {
  const subEntityId = viewer.several === true ? placeOf(page, viewer.organisation) : page;
  const context = encodeURIComponent(JSON.stringify({ subEntityId }));
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(viewer.teamsAppId)}/home?context=${context}`;
}

/** The data of a button that shows another view. */
export function show(viewer: Viewer, view: View, params: Params = {}): CardData {
  return { organisation: viewer.organisation, view, params: defined(params) };
}

/** Without what is undefined, which no JSON holds. */
export function defined(params: Params): Record<string, string> {
  const known = Object.entries(params).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  return Object.fromEntries(known);
}

/** Whose meetings a card is about, as its words and its buttons need it. */
export interface Whose {
  readonly self: boolean;
  /** The executive's name where an assistant looks; else empty. */
  readonly for: string;
  readonly act: { readonly organisation: string; readonly for?: string };
  readonly params: Params;
}

export function whose(viewer: Viewer, { person }: Progress): Whose {
  const { organisation } = viewer;
  return person.self
    ? { self: true, for: '', act: { organisation }, params: {} }
    : {
        self: false,
        for: person.name,
        act: { organisation, for: person.id },
        params: { for: person.id },
      };
}

/** "good" for what is confirmed, "accent" for what waits; never a warning beside a name. */
export function toneOf(state: MyMeeting['state']): 'good' | 'accent' | 'default' {
  if (state === 'confirmed') return 'good';
  return state === 'claimed' || state === 'queried' || state === 'will-come' ? 'accent' : 'default';
}

export interface MeetingLine {
  readonly [name: string]: CardData;
  readonly id: string;
  readonly network: string;
  readonly time: string;
  readonly date: string;
  readonly title: string;
  readonly state: string;
  /** That its network moved or cancelled it; empty where nothing changed. */
  readonly note: string;
}

/** One meeting as a card's line and button show it. */
export function meetingLine(meeting: MyMeeting, today: string, act: Whose['act']): MeetingLine {
  const date = shortDate(meeting.date, today);
  return {
    id: meeting.id,
    network: meeting.networkName,
    time: meetingTime(meeting, today),
    date,
    title: `${date}, ${meeting.networkName}`,
    state: stateWords(meeting),
    note: changeWords(meeting, today),
    tone: toneOf(meeting.state),
    act: { ...act, meeting: meeting.id },
  };
}
