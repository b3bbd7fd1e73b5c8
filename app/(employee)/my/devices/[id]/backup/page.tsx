import { getTranslations } from 'next-intl/server'
import { attestBackup } from '@/app/(employee)/my/devices/actions'
import { AttestPage } from '@/components/backup/attest-page'
import { pageActor } from '@/lib/auth/actor'
import { getMyDevice } from '@/lib/queries/my-devices'
import { show } from '@/lib/web/show'

export async function generateMetadata() {
  const t = await getTranslations('backup')
  return { title: t('title') }
}

export default async function BackupPage({ params }: PageProps<'/my/devices/[id]/backup'>) {
  const { id } = await params
  const actor = await pageActor(`/my/devices/${id}/backup`)
  return <AttestPage device={await show(getMyDevice(actor, id))} attestBackup={attestBackup} />
}
