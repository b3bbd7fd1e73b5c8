import type { Role } from './actor'

/** The rooms of the portal, in the order in which `/` picks the first one allowed. */
export const rooms = ['desk', 'plan', 'audit', 'settings', 'my'] as const

export type Room = (typeof rooms)[number]

const roomOf: Record<Role, Room> = {
  helpdesk: 'desk',
  verifier: 'desk',
  approver: 'desk',
  planner: 'plan',
  site_coordinator: 'plan',
  technician: 'plan',
  auditor: 'audit',
  owner: 'settings',
  employee: 'my',
}

/** The rooms these roles open. What may be seen and done in them is decided elsewhere. */
export function roomsOf(roles: readonly Role[]): Room[] {
  return rooms.filter((room) => roles.some((role) => roomOf[role] === room))
}
