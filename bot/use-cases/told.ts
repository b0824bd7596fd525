/**
 * A fault of ours whose message is a sentence of the code, with nobody's words in it: the log keeps
 * it. Of all other errors it keeps name and codes alone.
 */
export abstract class Told extends Error {
  override readonly name: string = this.constructor.name;
}
