import type { IntentionAnswer, Meeting, Network } from '../facts.ts';
import type { Whose } from './subject.ts';

/** What somebody asks the bot to record. */
export type Wish =
  { kind: 'claim' } | { kind: 'intend'; answer: IntentionAnswer } | { kind: 'withdraw' };

/** Why no meeting fits. */
export type WhyNone =
  /** `31 April`, `4/13`. */
  | 'no-such-day'
  /** `Tuesday 8 April`, in a year in which that is a Wednesday. */
  | 'weekday-differs'
  | 'two-dates'
  /** Something past and something ahead in one message. */
  | 'two-things'
  /** Also a place that is no network of ours: `the board meeting`. */
  | 'no-such-network'
  | 'no-meeting-then'
  /** Nothing was named, and there is none held, or none to come. */
  | 'no-meeting-yet';

/** Why there is nothing to do. */
export type WhyNot =
  /** Also a message that was passed on. */
  | 'too-long'
  /** Nothing that this grammar knows; also the command words. */
  | 'nothing-said'
  | 'question'
  /** `I didn't go`: and there is no claim that says otherwise. */
  | 'said-no'
  /** `might`, `maybe`, `I wanted to`. */
  | 'unsure'
  /** Of somebody whom the speaker doesn't assist. */
  | 'somebody-else';

/** What a sentence means. Nothing is recorded by it: the verdicts on the act decide. */
export type Meaning =
  | (Wish & {
      readonly meetings: readonly [Meeting, ...Meeting[]];
      readonly whose: Meant;
      /** Somebody else was named beside the speaker: it is recorded of the speaker alone. */
      readonly isTogether?: boolean;
    })
  | (Wish & {
      readonly meetings: readonly [];
      readonly whose: Meant;
      readonly because: WhyNone;
      /** The words that don't fit, as they were typed: letters, digits and spaces of the message. */
      readonly heard: string;
      /** The networks that were named, none where none was. */
      readonly networks: readonly Network[];
    })
  /** Understood, but neither day nor network was named: `I was there`. */
  | { readonly kind: 'nothing-named'; readonly wish: Wish; readonly whose: Meant }
  | { readonly kind: 'not-a-sentence'; readonly because: WhyNot; readonly heard?: string };

/** Whose attendance it is: the speaker's, or an executive's whom they assist. */
export type Meant = Exclude<Whose, { kind: 'somebody-else' }>;
