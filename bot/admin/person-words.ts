/** What is kept on a person, by its kind: the heading, and why it is kept. */
export const kindWords: Readonly<Record<string, { heading: string; why: string }>> = {
  person: { heading: 'Who you are', why: 'From each staff list: to know you, and to reach you.' },
  assignment: {
    heading: 'Your assignments',
    why: 'From each staff list: whether a commitment is asked of you, and who your manager is.',
  },
  role: {
    heading: 'Your roles',
    why: 'From the organisation’s list of roles: what you may do here.',
  },
  link: { heading: 'Your account', why: 'Your Microsoft 365 account, so that Teams knows you.' },
  claim: {
    heading: 'Network meetings that you attended',
    why: 'What you recorded, and who confirmed it.',
  },
  intention: {
    heading: 'Network meetings that you would come to',
    why: 'What you answered before them.',
  },
  'not-there': {
    heading: 'Network meetings that you did not attend',
    why: 'What you answered after them.',
  },
  history: { heading: 'Before this app', why: 'Entered by you or for you, with its document.' },
  education: {
    heading: 'Inclusive leadership education',
    why: 'Courses recorded, and who verified them.',
  },
  goal: { heading: 'Your equality goals', why: 'Each goal’s steps. Its words stand below.' },
  words: {
    heading: 'Your own words',
    why: 'Goals, pledges and notes to yourself, as you wrote them.',
  },
  pledge: { heading: 'Your pledges', why: 'Their dates. Their words stand above.' },
  'named-manager': {
    heading: 'A manager named for you',
    why: 'Where the EDI lead named one instead of the staff list.',
  },
  correction: {
    heading: 'Your assignments, put right',
    why: 'Where the EDI lead corrected what a staff list says of you.',
  },
  snooze: {
    heading: 'Reminders that you put off',
    why: 'So that they come when you asked for it.',
  },
  mute: { heading: 'Reminders that you switched off', why: 'So that they stay off.' },
  feed: { heading: 'Calendars that you follow', why: 'Of the address only a hash is kept.' },
  pair: {
    heading: 'Reverse mentoring',
    why: 'Known to the two of you and the programme lead alone. The other person is not named here.',
  },
  'agenda-item': {
    heading: 'Items for the board that you took part in',
    why: 'What was raised, and what became of it.',
  },
  contribution: {
    heading: 'Boards and committees that you spoke at',
    why: 'The minute that shows it.',
  },
  paper: {
    heading: 'Board papers that you recorded',
    why: 'The board’s data, and when it was presented.',
  },
  statement: {
    heading: 'Lines of the framework that you spoke of or look after',
    why: 'The organisation’s own assessment.',
  },
  evidence: {
    heading: 'Evidence for the framework that you moved',
    why: 'What shows where a line stands. The document is the organisation’s.',
  },
  council: {
    heading: 'What you recorded of the leadership council',
    why: 'Its terms and meetings. Its members are kept nowhere.',
  },
  settlement: {
    heading: 'Questions that you settled or asked',
    why: 'What you answered or proposed, and when.',
  },
  settle: {
    heading: 'Questions about you that a file raised, or you',
    why: 'For the EDI lead to settle.',
  },
  snapshot: {
    heading: 'Snapshots that you drafted, approved, froze or sent',
    why: 'The organisation’s figures of a day. They name nobody.',
  },
  'snapshot-part': {
    heading: 'What such a snapshot or its feedback says',
    why: 'The organisation’s figures and the Assembly’s words.',
  },
  'regular-review': {
    heading: 'Reviews of the framework that you recorded',
    why: 'Their days and documents.',
  },
  'plan-line': {
    heading: 'Lines of the action plan that you took part in',
    why: 'What the organisation will do, who carries it and how it goes.',
  },
  'goal-report': {
    heading: 'Yearly percentages that you reported',
    why: 'The figure and its document.',
  },
};

/** What a field says. A field without words is an oversight; a test finds it. */
export const fieldWords: Readonly<Record<string, string>> = {
  on: 'as of',
  staffNumber: 'staff number',
  givenName: 'first name',
  familyName: 'last name',
  email: 'work address',
  assignment: 'assignment number',
  title: 'title',
  directorate: 'directorate',
  grade: 'grade',
  from: 'from',
  because: 'because',
  primary: 'main assignment',
  away: 'away on that day; why is kept nowhere',
  supervisor: 'manager',
  start: 'start',
  end: 'end',
  role: 'role',
  network: 'network',
  for: 'acting for',
  to: 'until',
  until: 'until',
  objectId: 'account’s id in Microsoft Entra',
  address: 'address',
  at: 'recorded',
  meeting: '',
  what: 'what',
  course: 'course',
  document: 'document',
  evidence: 'evidence',
  line: 'line of the framework',
  shows: 'what shows it',
  year: 'year from',
  due: 'due',
  text: '',
  nudge: 'reminder',
  kind: 'kind',
  of: 'of',
  hash: 'hash of the address',
  mentor: 'mentor',
  director: 'director',
  supporter: 'supporter',
  time: 'agreed time',
  body: 'what met',
  minute: 'minute',
  quarter: 'quarter from',
  known: 'as known on',
  sha256: 'hash',
  parts: 'parts',
  n: 'number',
  problem: 'question',
  file: 'file',
  row: 'row',
  detail: 'what the row says',
};

/** Fields of use to the app alone. */
export const unsaid: ReadonlySet<string> = new Set([
  ...['id', 'person', 'claimant', 'tap', 'moves', 'answers', 'handles', 'settles'],
  // Somebody else's: nobody else is named.
  'proposed',
]);

/** What a move says beside who made it, and when. */
export const moveWords: Readonly<Record<string, string>> = {
  reason: 'because',
  text: 'saying',
  outcome: 'as',
  version: 'text number',
  review: 'to be looked at on',
  until: 'until',
  on: 'on',
  meeting: 'at',
  minute: 'minute',
  attended: 'attended by',
  manager: 'manager',
  from: 'from',
  with: 'with',
  evidence: 'evidence',
  document: 'document',
  networks: 'with the networks',
  n: 'number',
  of: 'of',
  takes: 'takes back move',
  words: 'in part',
  action: 'action',
  owner: 'carried by',
  team: 'carried by the team',
  timescale: 'timescale',
  target: 'target date',
  comments: 'comments',
  note: 'note',
  onBehalf: 'on your behalf',
};
