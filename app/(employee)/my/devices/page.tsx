import { getTranslations } from 'next-intl/server'
import { lookAgain } from '@/app/(employee)/my/actions'
import { answerCheck, linkMethod } from '@/app/(employee)/my/devices/actions'
import { DeviceList } from '@/components/device/device-list'
import { pageActor } from '@/lib/auth/actor'
import { getLook } from '@/lib/queries/look'
import { listMyDevices } from '@/lib/queries/my-devices'

export async function generateMetadata() {
  const t = await getTranslations('devices')
  return { title: t('title') }
}

export default async function DevicesPage() {
  const actor = await pageActor('/my/devices')
  const [view, look] = await Promise.all([listMyDevices(actor), getLook(actor, actor.personId)])
  return <DeviceList view={view} look={look} actions={{ answerCheck, linkMethod, lookAgain }} />
}
