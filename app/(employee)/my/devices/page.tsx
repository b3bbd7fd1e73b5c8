import { getTranslations } from 'next-intl/server'
import { lookAgain } from '@/app/(employee)/my/actions'
import { MyMethods } from '@/components/swap/my-methods'
import { pageActor } from '@/lib/auth/actor'
import { getLook } from '@/lib/queries/look'
import { listMyMethods } from '@/lib/queries/my-methods'

export async function generateMetadata() {
  const t = await getTranslations('devices')
  return { title: t('title') }
}

export default async function DevicesPage() {
  const actor = await pageActor('/my/devices')
  const [methods, look] = await Promise.all([listMyMethods(actor), getLook(actor, actor.personId)])
  return <MyMethods methods={methods} look={look} lookAgain={lookAgain} />
}
