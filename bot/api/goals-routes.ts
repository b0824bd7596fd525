import type { GoalDoors } from '../use-cases/goals/doors.ts';
import type { Asked, Route } from './routes.ts';

export function goalRoutes(_doors: GoalDoors, _asked: Asked): Route[] {
  return [];
}
