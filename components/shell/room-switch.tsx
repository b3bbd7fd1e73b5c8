import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { roomHref } from '@/components/shell/rooms'
import { rooms as allRooms, type Room } from '@/lib/domain/rooms'

/** The other rooms somebody's roles allow; nothing for those who have only one. */
export function RoomSwitch({ here, rooms }: { here: Room; rooms: Room[] }) {
  const t = useTranslations('shell')
  const others = allRooms.filter((room) => room !== here && rooms.includes(room))
  if (others.length === 0) return null
  return (
    <nav aria-label={t('rooms')} className="flex flex-wrap gap-x-4 gap-y-1">
      {others.map((room) => (
        <Link
          key={room}
          href={roomHref[room]}
          prefetch={false}
          className="inline-flex min-h-(--control) items-center text-accent text-sm hover:text-accent-strong hover:underline"
        >
          {t(`room_${room}`)}
        </Link>
      ))}
    </nav>
  )
}
