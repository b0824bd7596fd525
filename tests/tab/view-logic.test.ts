import { expect, test } from 'vitest';
import type { Answer } from '../../tab/answer.ts';
import { messageOf } from '../../tab/parts/act-outcome.ts';
import { after, type View } from '../../tab/parts/view.ts';
import { troubleOf } from '../../tab/trouble-of.ts';
import { confirmRequest } from '../../tab/pages/deciding.ts';
import { meetingRequest } from '../../tab/pages/meeting-acts.ts';
import { nextStep } from '../../bot/contract/next-step.ts';
import type { ActAnswer } from '../../bot/contract/acts.ts';
import { agendaCard } from '../../bot/cards/agenda/item.ts';
import { isForMe } from '../../bot/contract/item-turn.ts';
import { standingOfAll } from '../../bot/contract/standing.ts';
import { agenda, item } from '../../infra/local/gallery/agenda.ts';
import { viewer } from '../../infra/local/gallery/facts.ts';
import { otherCommitment } from '../../infra/local/gallery/other-commitment.ts';
import { after8April, attendance, meeting, progress, today, waitingClaim } from './trust.ts';

const on = (date: string) => ({ on: date, year: { start: '2026-04-01', end: '2027-03-31' } });
const day = on(today);
const acting = {
  subject: { self: true },
  organisation: 'RXX',
  forPerson: undefined,
  today,
} as const;

function outcomes(
  ...given: [subject: string, kind: 'done' | 'already' | 'refused'][]
): Answer<ActAnswer> {
  return {
    kind: 'ok',
    value: {
      outcomes: given.map(([subject, kind]) => ({
        subject,
        outcome: kind === 'refused' ? { kind, because: 'own-claim' } : { kind },
        message: `${subject} was ${kind}.`,
      })),
    },
  };
}

test('the day after a held meeting the next thing is whether they were able to join', () => {
  expect(nextStep(attendance(), day)).toMatchObject({
    kind: 'say-joined',
    meeting: { date: '2026-04-08' },
  });
});

test('a meeting that was said to be missed gives way to the next one', () => {
  expect(nextStep(after8April('not-there', ['claim', 'undo-not-there'], {}), day)).toMatchObject({
    kind: 'say-coming',
    meeting: { date: '2026-06-10' },
  });
});

test('five weeks on, the next meeting comes before the one that was not recorded', () => {
  expect(nextStep(attendance(), on('2026-05-06')).kind).toBe('say-joined');
  expect(nextStep(attendance(), on('2026-05-07')).kind).toBe('say-coming');
});

test('what was held is asked about whatever its age, where too few meetings are left', () => {
  const missed = attendance({ status: 'out-of-reach', needed: 4, left: 3 });
  expect(nextStep(missed, on('2027-01-20'))).toMatchObject({
    kind: 'say-joined',
    meeting: { date: '2026-04-08' },
  });
});

test("while somebody is away only a chair's question is asked", () => {
  expect(nextStep(attendance({ status: 'paused' }), day)).toEqual({ kind: 'nothing' });
  const queried = after8April('queried', ['claim', 'withdraw'], { status: 'paused' });
  expect(nextStep(queried, day).kind).toBe('answer-query');
});

test("a chair's question comes before everything else", () => {
  const queried = after8April('queried', ['claim', 'withdraw'], {});
  expect(nextStep(queried, on('2026-09-01')).kind).toBe('answer-query');
});

test("another network's meeting is never the next step", () => {
  const other = meeting('2026-04-08', {
    countsForSilver: false,
    state: 'not-recorded',
    may: ['claim'],
  });
  const { next: _, ...commitment } = attendance({ meetings: [other] });
  expect(nextStep(commitment, day)).toEqual({ kind: 'nothing' });
});

test('a claim is undone by withdrawing it, for the same executive', () => {
  const request = meetingRequest('claim', meeting('2026-04-08'), {
    ...acting,
    subject: { self: false, name: 'Aoife Okafor' },
    forPerson: 'p-okafor',
  });
  const data = { organisation: 'RXX', meeting: 'race-2026-04-08', for: 'p-okafor' };
  expect(request.acts).toEqual([{ verb: 'claim', data }]);
  expect(request.done([]).undo?.request.acts).toEqual([{ verb: 'withdraw', data }]);
});

test('an intention is undone by its name, so that nothing else goes with it', () => {
  const { undo } = meetingRequest('will-come', meeting('2026-06-10'), acting).done([]);
  expect(undo?.label).toBe('Undo');
  expect(undo?.request.acts).toMatchObject([
    { verb: 'undo-intention', data: { answer: 'will-come' } },
  ]);
});

test('confirming all names what was done and, apart, what was not', () => {
  const claims = [waitingClaim('a', 'Aoife Okafor'), waitingClaim('b', 'Claire Schofield')];
  const message = messageOf(confirmRequest(claims, 'RXX'), [
    outcomes(['a', 'done'], ['b', 'refused']),
  ]);
  expect(message.text).toBe('Aoife Okafor is confirmed. They see it now.');
  expect(message.problems).toEqual(['Claire Schofield: b was refused.']);
  expect(message.undo?.request.acts).toEqual([
    { verb: 'reopen', data: { organisation: 'RXX', claim: 'a' } },
  ]);
});

test('more claims than one act may name are confirmed in several', () => {
  const claims = Array.from({ length: 120 }, (_, at) => waitingClaim(`c${at}`, `Leader ${at}`));
  const { acts } = confirmRequest(claims, 'RXX');
  const sizes = acts.map((act) => (act.verb === 'confirm' ? act.data.claims.length : 0));
  expect(sizes).toEqual([50, 50, 20]);
  const ids = acts.flatMap((act) => (act.verb === 'confirm' ? act.data.claims : []));
  expect(ids).toEqual(claims.map(({ id }) => id));
});

test('what was recorded already is told as the server tells it', () => {
  const request = meetingRequest('claim', meeting('2026-04-08'), acting);
  expect(messageOf(request, [outcomes(['m', 'already'])])).toEqual({
    text: 'm was already.',
    problems: [],
  });
});

test('an act without an answer is called neither done nor failed', () => {
  const request = meetingRequest('claim', meeting('2026-04-08'), acting);
  const message = messageOf(request, [{ kind: 'offline' }]);
  expect(message.text).toContain('may not have been recorded');
  expect(message.undo).toBeUndefined();
});

test('what is shown outlives a failed reading, but not a refusal', () => {
  const before: View<string> = { kind: 'shown', value: 'here', stale: false };
  expect(after(before, { kind: 'offline' })).toEqual({ kind: 'shown', value: 'here', stale: true });
  const refused = { kind: 'refused', code: 'not-yours', message: 'It is for others.' } as const;
  expect(after(before, refused)).toEqual({ kind: 'trouble', trouble: refused });
  expect(after({ kind: 'loading' }, { kind: 'offline' }).kind).toBe('trouble');
});

test('two commitments that stand alike are both, not all 2', () => {
  const why = { line: 'S3', framework: 'All executives.', rule: 'S3.own/1', ours: false };
  const told = { title: 'Education', status: 'to-do' as const, done: 0, needed: 1, why };
  const one = otherCommitment('S3', told);
  const standing = standingOfAll({ ...progress(attendance()), commitments: [one, one] });
  expect(standing).toBe('Both of your commitments need you.');
});

test('an item waits for whoever can move it on, not for who may only change its words', () => {
  expect(isForMe(item({ may: ['triage'] }))).toBe(true);
  expect(isForMe(item({ may: ['edit', 'take-back'] }))).toBe(false);
  const referred = { state: 'sent-for-decline', awaited: 'board-chair' } as const;
  expect(isForMe(item({ ...referred, may: ['schedule', 'defer', 'take-back'] }))).toBe(false);
  expect(isForMe(item({ ...referred, may: ['decline'] }))).toBe(true);
  const card = JSON.stringify(agendaCard(viewer, agenda([item({ may: ['triage'] })]), 'board'));
  expect(card).toContain('One item waits for you.');
});

test('a service that is away is worth trying again; what a newer version wrote says what helps', () => {
  const body = (code: string) => ({ error: { code, message: 'Please update it.' } });
  const busy = { kind: 'failed', because: 'busy' };
  expect(troubleOf(503, body('storage-away'))).toEqual(busy);
  expect(troubleOf(503, undefined)).toEqual(busy);
  expect(troubleOf(503, body('newer-version'))).toEqual({
    ...{ kind: 'refused', code: 'newer-version', message: 'Please update it.' },
  });
});
