import { getTranslations } from 'next-intl/server'
import * as actions from '@/app/(employee)/my/booking/actions'
import { BookingPage } from '@/components/booking/booking-page'
import { NoSlot } from '@/components/booking/no-slot'
import { pageActor } from '@/lib/auth/actor'
import { findMyBooking } from '@/lib/queries/booking'
import { findDelegates } from '@/lib/queries/delegates'

export async function generateMetadata() {
  const t = await getTranslations('booking')
  return { title: t('title') }
}

export default async function MyBookingPage({ searchParams }: PageProps<'/my/booking'>) {
  const actor = await pageActor('/my/booking')
  const { q } = await searchParams
  const booking = await findMyBooking(actor)
  if (!booking) return <NoSlot />
  const search = await findDelegates(actor, typeof q === 'string' ? q : '')
  return <BookingPage booking={booking} search={search} actions={actions} />
}
