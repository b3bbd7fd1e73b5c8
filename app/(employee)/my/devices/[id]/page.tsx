import { getTranslations } from 'next-intl/server'
import * as actions from '@/app/(employee)/my/devices/actions'
import { DevicePage } from '@/components/device/device-page'
import { pageActor } from '@/lib/auth/actor'
import { getMyDevice } from '@/lib/queries/my-devices'
import { show } from '@/lib/web/show'

export async function generateMetadata() {
  const t = await getTranslations('devices')
  return { title: t('title') }
}

export default async function OneDevicePage({ params }: PageProps<'/my/devices/[id]'>) {
  const { id } = await params
  const actor = await pageActor(`/my/devices/${id}`)
  return <DevicePage device={await show(getMyDevice(actor, id))} actions={actions} />
}
