import type { ActContext } from '../../domain/act-context.ts';
import type { SettingsAct } from '../../contract/settings.ts';
import type { NetworkId } from '../../domain/facts.ts';
import {
  judgeAddNetwork,
  judgeChangeNetwork,
  judgeEndNetwork,
  type NetworkVerdict,
} from '../../domain/settings/judge-network.ts';
import {
  judgeSetting,
  type AskedSetting,
  type SettingVerdict,
} from '../../domain/settings/judge-setting.ts';
import type { PlainDate, PlainTime } from '../../domain/time.ts';

/** The verdict on an act of any of these verbs: the same for doing it and for a look ahead. */
export function judgeSettingsAct(
  act: SettingsAct,
  context: ActContext,
): SettingVerdict | NetworkVerdict {
  switch (act.verb) {
    case 'add-network':
      return judgeAddNetwork(act.data, context);
    case 'change-network':
      return judgeChangeNetwork(act.data.network as NetworkId, act.data, context);
    case 'end-network': {
      const { network, lastDay, because } = act.data;
      return judgeEndNetwork(
        network as NetworkId,
        { lastDay: lastDay as PlainDate, because },
        context,
      );
    }
    default:
      return judgeSetting(askedOf(act), context);
  }
}

type SetAct = Extract<SettingsAct, { verb: `set-${string}` }>;

function askedOf(act: SetAct): AskedSetting {
  switch (act.verb) {
    case 'set-year':
      return { what: 'year', ...act.data, from: act.data.from as PlainDate };
    case 'set-target':
      return { what: 'target', ...act.data, from: act.data.from as PlainDate };
    case 'set-reading':
      return { what: 'reading', ...act.data, from: act.data.from as PlainDate };
    case 'set-grade':
      return { what: 'grade', ...act.data, from: act.data.from as PlainDate };
    case 'set-hours': {
      const { opens, closes, because } = act.data;
      const hours = { opens: opens as PlainTime, closes: closes as PlainTime };
      return { what: 'hours', hours, because };
    }
    case 'set-words':
      return { what: 'words', ...act.data };
  }
}
