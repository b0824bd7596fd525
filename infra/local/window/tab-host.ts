import type { Theme } from './card-look.ts';
import { openConsentWindow } from './consent-window.ts';
import { byId, make } from './element.ts';
import { house, type Person } from './house-calls.ts';

interface Request {
  readonly id: unknown;
  readonly uuidAsString: unknown;
  readonly func: string;
  readonly args: readonly unknown[];
}

/** What teams-js asks of Teams before anything else, and what it may use afterwards. */
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: { app: {}, authentication: {}, pages: { config: {}, tabs: {} } },
};
const teamsJsVersion = '2.58.0';

export interface TabHost {
  /** Opens the tab anew, at a page where a deep link names one. */
  open(person: Person, page?: string): void;
  /** As if the person had just looked at the tab again. */
  lookedAt(): void;
  wear(theme: Theme): void;
}

/** The tab in a frame, with Teams' side of the teams-js protocol around it. */
export function createTabHost(given: { theme: Theme; openLink: (url: string) => void }): TabHost {
  const place = byId('tab', HTMLElement);
  let theme = given.theme;
  let person: Person | undefined;
  let page: string | undefined;
  let frame: HTMLIFrameElement | undefined;

  const context = (who: Person) => ({
    theme,
    locale: 'en-gb',
    hostName: 'Teams',
    hostClientType: 'web',
    entityId: 'home',
    frameContext: 'content',
    userObjectId: who.id,
    userPrincipalName: who.email,
    ...(page !== undefined && { subEntityId: page }),
  });

  async function answer(
    { func, args }: Request,
    who: Person,
  ): Promise<readonly unknown[] | undefined> {
    switch (func) {
      case 'initialize':
        return ['content', 'web', JSON.stringify(runtime), teamsJsVersion];
      case 'getContext':
        return [context(who)];
      case 'authentication.getAuthToken':
        try {
          return [true, await house.token(who)];
        } catch (fault) {
          console.error(fault);
          return [false, 'TokenNotAvailable'];
        }
      case 'authentication.authenticate': {
        const hello = ['authentication', 'web', JSON.stringify(runtime), teamsJsVersion];
        return openConsentWindow(String(args[0]), hello);
      }
      case 'executeDeepLink':
      case 'app.openLink':
        given.openLink(String(args[0]));
        return [true];
      default:
        return undefined;
    }
  }

  window.addEventListener('message', (event) => {
    const asked = readRequest(event.data);
    const to = frame?.contentWindow;
    const who = person;
    if (event.source !== to || event.origin !== location.origin) return;
    if (asked === undefined || !to || who === undefined) return;
    void answer(asked, who).then((args) => {
      if (args === undefined || to !== frame?.contentWindow) return;
      to.postMessage({ id: asked.id, uuidAsString: asked.uuidAsString, args }, location.origin);
    });
  });

  return {
    open(who, at) {
      person = who;
      page = at;
      frame = make('iframe', '');
      frame.title = `Silver Commitments for ${who.name}`;
      frame.src = '/tab/';
      place.replaceChildren(frame);
    },
    lookedAt() {
      frame?.contentWindow?.dispatchEvent(new Event('focus'));
    },
    wear(worn) {
      theme = worn;
      frame?.contentWindow?.postMessage({ func: 'themeChange', args: [worn] }, location.origin);
    },
  };
}

function readRequest(data: unknown): Request | undefined {
  if (typeof data !== 'object' || data === null || !('func' in data)) return undefined;
  const { func } = data;
  if (typeof func !== 'string') return undefined;
  const args: unknown = Reflect.get(data, 'args');
  return {
    func,
    id: Reflect.get(data, 'id'),
    uuidAsString: Reflect.get(data, 'uuidAsString'),
    args: Array.isArray(args) ? args : [],
  };
}
