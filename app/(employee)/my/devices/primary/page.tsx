import { getTranslations } from 'next-intl/server'
import * as actions from '@/app/(employee)/my/devices/actions'
import { PrimaryPage } from '@/components/primary/primary-page'
import { pageActor } from '@/lib/auth/actor'
import { listMyDevices } from '@/lib/queries/my-devices'

export async function generateMetadata() {
  const t = await getTranslations('primary')
  return { title: t('title') }
}

export default async function MovePrimaryPage({ searchParams }: PageProps<'/my/devices/primary'>) {
  const actor = await pageActor('/my/devices/primary')
  const { from } = await searchParams
  const view = await listMyDevices(actor)
  return <PrimaryPage view={view} from={typeof from === 'string' ? from : ''} actions={actions} />
}
