import type { Route } from 'next'
import type { Room } from '@/lib/domain/rooms'

export const roomHref = {
  desk: '/desk',
  plan: '/plan',
  audit: '/audit',
  settings: '/settings',
  my: '/my',
} as const satisfies Record<Room, Route>
