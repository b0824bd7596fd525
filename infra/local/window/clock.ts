import { dayOf } from './day-of.ts';
import { byId } from './element.ts';
import { CallRefused, house, type Clock } from './house-calls.ts';

/** The practice clock in the bar, with its three ways forward. */
export function createClock(given: { tell: (words: string) => void; moved: () => void }): {
  update(): Promise<void>;
} {
  const face = byId('clock', HTMLParagraphElement);
  const workingDay = byId('next-working-day', HTMLButtonElement);
  const afterMeeting = byId('after-meeting', HTMLButtonElement);
  const pick = byId('pick-date', HTMLButtonElement);
  const form = byId('date-form', HTMLFormElement);
  const date = byId('date', HTMLInputElement);
  let clock: Clock | undefined;

  function show(shown: Clock): void {
    clock = shown;
    face.textContent = shown.words;
    date.min = shown.now.slice(0, 10);
    afterMeeting.disabled = shown.next.afterMeeting === undefined;
    workingDay.title = dayOf(shown.next.workingDay);
    afterMeeting.title = shown.next.afterMeeting ? dayOf(shown.next.afterMeeting) : '';
  }

  async function moveTo(now: string | undefined): Promise<void> {
    if (now === undefined) return;
    try {
      show(await house.moveClock(now));
      given.tell('');
      given.moved();
    } catch (fault) {
      if (!(fault instanceof CallRefused)) throw fault;
      given.tell(fault.message);
    }
  }

  workingDay.addEventListener('click', () => void moveTo(clock?.next.workingDay));
  afterMeeting.addEventListener('click', () => void moveTo(clock?.next.afterMeeting));
  pick.addEventListener('click', () => {
    form.hidden = !form.hidden;
    pick.setAttribute('aria-expanded', String(!form.hidden));
    if (!form.hidden) date.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.hidden = true;
    pick.setAttribute('aria-expanded', 'false');
    pick.focus();
    void moveTo(date.value);
  });

  return { update: async () => show(await house.clock()) };
}
