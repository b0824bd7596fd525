import type { BoardDoors } from '../use-cases/board/doors.ts';
import type { Asked, Route } from './routes.ts';

export function boardRoutes(_doors: BoardDoors, _asked: Asked): Route[] {
  return [];
}
