/** The words that the grammar knows, in one place. All in lower case, without apostrophes or accents. */

import { list, setOf } from './word-list.ts';

const numbered = (text: string): ReadonlyMap<string, number> =>
  new Map(text.split(',').flatMap((names, at) => list(names).map((name) => [name, at + 1])));

export const months = numbered(
  `january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,
   september sept sep, october oct, november nov, december dec`,
);
export const weekdays = numbered(
  'monday mon, tuesday tues tue, wednesday weds wed, thursday thurs thur thu, friday fri, saturday sat, sunday sun',
);
export const ordinals = numbered(
  `first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth,
   thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth`,
);
export const tens: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
]);
export const numbers = numbered(
  'one a, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve',
);

/** Each relative day, in days from today. */
export const relativeDays: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
]);
/** Parts of a day, as minutes from midnight. */
export const partsOfDay: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['morning', [0, 719]],
  ['lunchtime', [690, 840]],
  ['afternoon', [720, 1079]],
  ['evening', [1020, 1439]],
]);

export const own = setOf('i we us me myself my our mine');
export const theirs = setOf('she he they her him them his their hers theirs boss exec executive');
/** What a meeting does, and no person. */
export const things = setOf(
  'it this which there something meeting meetings network one session that',
);

export const groupNouns = setOf('network networks group groups forum');
export const meetingNouns = setOf('meeting session event call gathering one');
/** Asked of a list, not said of one meeting. */
export const listNouns = setOf('meetings sessions events dates claims');

/** Words that never tell one network from another. */
export const networkFillers = setOf(
  'network networks group forum staff and of the for in at a colleagues people members employees',
);

/** Another form of a word in a network's name. */
export const kin: ReadonlyMap<string, string> = new Map([
  ['racial', 'race'],
  ['disabled', 'disability'],
  ['disabilities', 'disability'],
  ['womens', 'women'],
  ['equalities', 'equality'],
]);

/** Said by the way; dropped before verbs are read. */
export const fillers = setOf(
  `please pls plz just really also actually unfortunately sadly regrettably regretfully sorry hi hello hey hiya
   dear thanks thank cheers definitely certainly probably hopefully finally indeed ok okay oh ah um er fyi
   btw ps again already quite briefly late early too well now then still only even well virtually remotely
   person online happily gladly clearly luckily thankfully fortunately honestly dr mr mrs ms
   prof professor silver afraid kindly`,
);

/** Adjectives and the like that say nothing about which meeting. */
export const colourless = setOf(
  `great good lovely nice brilliant fantastic excellent interesting helpful useful important inspiring
   wonderful usual regular monthly quarterly bimonthly annual online virtual hybrid teams staff whole full
   entire same first second third big full long short lunchtime morning afternoon evening latest
   previous recent upcoming coming last next past current`,
);

export const small = setOf(
  `to at in on of for with by via from into onto along about during after before until till since through
   the a an this that these those some any every each both all
   and or but so then yes yep yeah yup no nope nah not never day date time week month year ago fortnight
   weeks days months years same there here who what when where which why how whose
   you your yours everyone everybody anyone someone somebody nobody anything everything if whether
   because cos coz owing due as am pm oclock noon midday half past quarter between
   behalf mistake error accident accidentally wrongly wrong incorrect off out up down back over again
   seat place spot space booking reservation attendance apologies apology claim claims
   leave holiday away ill sick busy unavailable unwell available free around clash conflict
   tell told say said says know suppose think thought believe remember remembered let ask asked promised hear heard
   find found saw minutes hour hours minute part present absent office call teams zoom phone line much
   very more either neither double doublebooked held rather longer none hardly elsewhere
   regret most bit lot end start beginning fine works suits suit`,
);

/** Why somebody can't come is theirs: what follows is not read. */
export const reasons = setOf('because cos coz since owing due as');
export const questions = setOf('who what when where which why how whose');
export const inverting = setOf(
  'did was were am is are can could will would should shall have has had do does may might',
);
export const requesting = setOf('can could would will may might');
/** A day after these is not the meeting's. */
export const vague = setOf('until till since before after');
/** People who are nobody here by name. */
export const somebody = setOf(
  'everyone everybody anyone someone somebody nobody noone who people you',
);

const slippable = list(
  `attended attend attending joined joining coming yesterday tomorrow meeting network apologies withdraw
   january february april august september october november december
   monday tuesday wednesday thursday friday saturday sunday`,
);
/** By their first letter: a slip in it is another word (quality, equality). */
export const slippableWords: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  slippable,
  (word) => word[0] ?? '',
);

/** Whole words that a slip would mend into something else. */
export const plurals = setOf(
  'mondays tuesdays wednesdays thursdays fridays saturdays sundays attendee attendees networking',
);

/** After `ill` where `I'll` was meant. */
export const afterIll = setOf(
  'be come attend join go make try see miss not definitely probably hopefully have send also',
);
/** All that a note without a verb may hold beside its day and its meeting. */
export const connecting = setOf(
  `not the a an this my our me i at on in of for to with by via and yes yep yeah yup no nope nah attendance
   date is does do work works suit suits fine good`,
);
/** It wasn't so. */
export const admitting = setOf('mistake error wrongly accidentally accident incorrect wrong');

/** They join one clause to another. */
export const joining = setOf('and but so then or');
/** Between a verb and who it is said of. */
export const linking = setOf('and but then so that or on at in the yes no who');
/** They deny the verb after them from afar. */
export const denials = setOf('none neither longer hardly');
/** `I don't think I can`: what is denied is what comes after. */
export const thinking = setOf('think believe remember suppose');
