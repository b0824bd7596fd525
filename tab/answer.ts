/** What came of asking the server. */
export type Answer<T> = { kind: 'ok'; value: T } | Trouble;
export type Trouble =
  /** The server understood and said no, in words for the person. */
  | { kind: 'refused'; code: string; message: string; correlationId?: string }
  | { kind: 'failed'; because: 'sign-in' | 'busy' | 'fault'; correlationId?: string }
  /** No answer came; whether an act was recorded isn't known. */
  | { kind: 'offline' };
