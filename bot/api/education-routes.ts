import type { EducationDoors } from '../use-cases/education/doors.ts';
import type { Asked, Route } from './routes.ts';

export function educationRoutes(_doors: EducationDoors, _asked: Asked): Route[] {
  return [];
}
