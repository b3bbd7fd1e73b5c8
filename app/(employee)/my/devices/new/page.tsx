import { getTranslations } from 'next-intl/server'
import { addDevice } from '@/app/(employee)/my/devices/actions'
import { NewDevice } from '@/components/device/new-device'
import { pageActor } from '@/lib/auth/actor'

export async function generateMetadata() {
  const t = await getTranslations('devices')
  return { title: t('addTitle') }
}

export default async function NewDevicePage() {
  await pageActor('/my/devices/new')
  return <NewDevice addDevice={addDevice} />
}
