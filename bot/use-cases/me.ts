import type { Me, Page } from '../contract/views.ts';
import { mayHoldEducation } from '../domain/education/judge-education.ts';
import { historyState } from '../domain/history.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../domain/known.ts';
import { isLeaderOrDirector } from '../domain/leaders.ts';
import { isShownTo } from '../domain/mentoring/judge-pair.ts';
import { leadsMentoring } from '../domain/mentoring/leading.ts';
import { may } from '../domain/permissions.ts';
import { inForce } from '../domain/roles.ts';
import { londonDate } from '../domain/time.ts';
import type { House } from './context.ts';
import { hasTeam } from './goals/has-team.ts';
import { nameOf } from './names.ts';
import { organisationsOf } from './own-organisations.ts';
import { carriesLine } from './plan/carries-line.ts';
import type { Caller } from './ports.ts';
import { waitingClaims } from './waiting-claims.ts';

/** Who I am here, and the pages that are mine. */
export async function me(house: House, caller: Caller): Promise<Me> {
  const now = house.clock.now();
  const [{ people, frame: recorded }, { pair: pairs }, carries] = await Promise.all([
    house.records.some(caller.organisation, [caller.person]),
    house.records.things(caller.organisation, ['pair']),
    carriesLine(house, caller),
  ]);
  const on = londonDate(now);
  const frame = frameAsKnown(recorded, BY_NOW, on);
  const roles = frame.roles.filter((role) => role.person === caller.person && inForce(role, on));
  const person = people[0];
  const known = person && personAsKnown(person, BY_NOW);
  const mentoring = pairs.some((pair) => isShownTo(pair, caller.person, on));
  const assisted = roles.flatMap((role) => role.for ?? []);
  const executives =
    assisted.length === 0 ? [] : (await house.records.some(caller.organisation, assisted)).people;
  return {
    person: {
      id: caller.person,
      name: person === undefined ? '' : nameOf(person),
      givenName: person?.givenName ?? '',
    },
    organisation: { code: caller.organisation.code, name: frame.settings.name },
    organisations: await organisations(),
    on,
    roles: roles.map((role) => {
      const network = frame.networks.find(({ id }) => id === role.network);
      const executive = executives.find(({ id }) => id === role.for);
      return {
        role: role.role,
        ...(network === undefined ? {} : { network: { id: network.id, name: network.name } }),
        ...(executive === undefined ? {} : { for: { id: executive.id, name: nameOf(executive) } }),
      };
    }),
    ...(leads() ? { leads: true } : {}),
    ...(known !== undefined && mayHoldEducation(known, frame, on)
      ? { recordsEducation: true as const }
      : {}),
    ...(mentoring ? { mentoring } : {}),
    ...(carries ? { carries } : {}),
    ...(leadsMentoring({ person: caller.person, roles: frame.roles, on })
      ? { leadsMentoring: true as const }
      : {}),
    ...(house.entra === undefined ? {} : { microsoft365: true as const }),
    pages: await pages(),
  };

  async function organisations(): Promise<NonNullable<Me['organisations']>> {
    const { code: here } = caller.organisation;
    if (caller.several !== true) return [{ code: here, name: frame.settings.name, current: true }];
    const theirs = await organisationsOf(house, caller);
    return theirs.map(({ code, name }) => ({ code, name, current: code === here }));
  }

  function leads(): boolean {
    return (
      known !== undefined && isLeaderOrDirector(known, frame.roles, on, frame.settings.gradeMap)
    );
  }

  async function hasClaims(): Promise<boolean> {
    const { waiting, decided } = await waitingClaims(house, caller);
    return waiting.length > 0 || decided.some(({ mayReopen }) => mayReopen);
  }

  async function pages(): Promise<Page[]> {
    const held = new Set(roles.map(({ role }) => role));
    const who = { person: caller.person, roles, on };
    const mine: Page[] = [];
    if (held.has('executive-director') || held.has('executive-assistant')) mine.push('commitments');
    const chairs = held.has('network-chair') || held.has('network-deputy');
    // Others decide only when a claim has come to them, and may take an answer back for a day.
    const standsIn = (['edi-lead', 'edi-sponsor', 'board-chair'] as const).some((role) =>
      held.has(role),
    );
    if (chairs || (standsIn && (await hasClaims()))) mine.push('network');
    if (may('see-board-papers', who)) mine.push('board');
    const seesFigures = may('see-silver-figures', who) || may('see-silver-headlines', who);
    if (seesFigures || may('see-history-to-verify', who)) mine.push('organisation');
    // What they open most comes first: for whoever keeps the app, the organisation's page.
    if (held.has('edi-lead') && !chairs) mine.reverse();
    // Beside the organisation's page, as it is about the same.
    if (may('see-assessment', who)) mine.splice(mine.indexOf('organisation') + 1, 0, 'framework');
    // Last, as nothing there waits for them: what is on record of them is theirs to see, and a
    // leader may add to it; so are the lines of the plan that they carry.
    const before = person?.history.some((entry) => historyState(entry) !== 'withdrawn') === true;
    if ((before || mentoring || carries || leads()) && !mine.includes('commitments'))
      mine.push('commitments');
    const asked = { person: caller.person, recorded, on };
    // Beside their own commitments, as it is about the same.
    const own = mine.indexOf('commitments');
    if (await hasTeam(house, caller.organisation, asked)) {
      mine.splice(own < 0 ? mine.length : own + 1, 0, 'team');
    }
    return mine;
  }
}
