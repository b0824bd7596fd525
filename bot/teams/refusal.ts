/** Why an activity is turned away at the door. Nobody's person is told; the log is, once. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: 400 | 401 | 403 | 404;
  readonly because: string;
  /** For the log alone: which field, which claim. Never a value. */
  readonly detail: string | undefined;

  constructor(status: Refusal['status'], because: string, detail?: string) {
    super(because);
    this.status = status;
    this.because = because;
    this.detail = detail;
  }
}
