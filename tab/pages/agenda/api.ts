import { agendaSchema, type Agenda } from '../../../bot/contract/agenda.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

/** What the networks that I chair or deputise for have raised. */
export const getMyAgenda = (): Promise<Answer<Agenda>> => get('me/agenda', {}, agendaSchema);

/** What all networks have raised. */
export const getBoardAgenda = (): Promise<Answer<Agenda>> => get('board/agenda', {}, agendaSchema);
