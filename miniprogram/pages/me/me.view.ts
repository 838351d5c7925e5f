import type { Post } from '../../services/session';
import { isHandlingRole, roleName } from '../../vendor/core';

export interface PostLine {
  readonly key: string;
  readonly unitId: string;
  readonly role: string;
  readonly unit: string;
  /** May arrange things in the unit: its places, and below it posts and units. */
  readonly opens: boolean;
}

export const postLine = ({ role, lead, unit }: Post): PostLine => ({
  key: `${role}:${unit.id}`,
  unitId: unit.id,
  role: `${roleName(role, unit.kind)}${lead ? '（负责人）' : ''}`,
  // The firm's own side is not the union's.
  unit: role === 'employer' ? unit.name : unit.unionName,
  opens: isHandlingRole(role),
});
