import { createAccounts } from './accounts.ts';
import type { Conversation } from './conversations.ts';
import { openDiary } from './diary.ts';
import { createEvents, type HouseEvent } from './events.ts';
import { listen } from './http.ts';
import type { KeptFiles } from './kept-files.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { localRoutes } from './local-routes.ts';
import { readPeople } from './people.ts';
import { readManagers } from './practice-graph.ts';
import { practice, trustFolder, type BotEnvironment } from './practice-ids.ts';
import { createPracticeTeams } from './practice-teams.ts';
import { createProxy } from './proxy.ts';
import { processesOf, type Rooms } from './rooms.ts';
import { openTeamChannels } from './team-channels.ts';
import { windowFiles } from './window-files.ts';

export interface PracticeWindow {
  readonly origin: string;
  readonly port: number;
  /** The bot's environment, with storage at that connection string. */
  environment(storage: string): BotEnvironment;
  tell(event: HouseEvent): void;
  /** Keeps what was said, then closes the port. */
  close(): Promise<void>;
}

const saveWithinMs = 200;

/** One origin for all: practice Teams, its page, the house's own calls, and the bot behind a proxy. */
export async function openWindow(given: {
  rooms: Rooms;
  files: KeptFiles;
  port: number;
}): Promise<PracticeWindow> {
  const { rooms, files } = given;
  const { clock } = rooms;
  const events = createEvents();
  const [keys, people, managers] = await Promise.all([
    files.keys(),
    readPeople(trustFolder, practice.tenant),
    readManagers(trustFolder),
  ]);
  const accounts = createAccounts(people);
  const botOrigin = () => rooms.bot?.current()?.origin;
  let origin = '';
  let saving: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(saving);
    saving = undefined;
    files.conversations.write(teams.conversations.all());
  };
  const changed = ({ id }: Conversation) => {
    saving ??= setTimeout(save, saveWithinMs);
    events.tell({ kind: 'chat', conversation: id });
  };
  const teams = createPracticeTeams({
    accounts,
    keys,
    origin: () => origin,
    botOrigin,
    now: () => clock.now(),
    managers,
    kept: files.conversations.read() ?? [],
    changed,
  });
  const clockMoved = async () => {
    rooms.note?.(0);
    await rooms.bot?.current()?.moveClock(clock.offset);
    events.tell({ kind: 'clock', now: clock.now() });
  };
  let diary: ReturnType<typeof openDiary> | undefined;
  const local = localRoutes({
    people,
    accounts,
    channel: teams.channel,
    channelIssuer: teams.channelIssuer,
    entra: teams.entra,
    clock,
    jumps: async (now) => (await (diary ??= openDiary(trustFolder)))(now),
    events,
    origin: () => origin,
    clockMoved,
    processes: () => processesOf(rooms),
  });
  const { meetings } = teams;
  const played = meetingRoutes({ trust: trustFolder, accounts, meetings, clock, clockMoved });
  const channels = await openTeamChannels({
    trust: trustFolder,
    people,
    accounts,
    conversations: teams.conversations,
    channel: teams.channel,
    botName: practice.botName,
  });
  const server = await listen(
    [...local, ...played, ...channels, ...windowFiles, ...teams.routes],
    given.port,
    createProxy(botOrigin),
  );
  origin = server.origin;
  return {
    origin,
    port: server.port,
    environment: teams.environment,
    tell: events.tell,
    async close() {
      await server.close();
      save();
    },
  };
}
