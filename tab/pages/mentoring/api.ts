import {
  myMentoringSchema,
  programmeSchema,
  type MyMentoring,
  type Programme,
} from '../../../bot/contract/mentoring.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getMentoring = (): Promise<Answer<MyMentoring>> =>
  get('me/mentoring', {}, myMentoringSchema);

export const getProgramme = (): Promise<Answer<Programme>> =>
  get('organisation/mentoring', {}, programmeSchema);
