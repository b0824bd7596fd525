// Given to node by --import: the whole process goes by another time of day, so that a process whose
// clock is the machine's can be tested in office hours at any hour.
const offset = Number(process.env['ANOTHER_TIME_OFFSET'] ?? 0);
const Machine = globalThis.Date;

globalThis.Date = class extends Machine {
  constructor(...given) {
    if (given.length === 0) super(Machine.now() + offset);
    else super(...given);
  }

  static now() {
    return Machine.now() + offset;
  }
};
