import type { Route } from 'next'

/** The five rooms, in the order in which `/` picks the first one allowed. */
export const rooms = ['desk', 'plan', 'audit', 'settings', 'my'] as const

export type Room = (typeof rooms)[number]

export const roomHref = {
  desk: '/desk',
  plan: '/plan',
  audit: '/audit',
  settings: '/settings',
  my: '/my',
} as const satisfies Record<Room, Route>
