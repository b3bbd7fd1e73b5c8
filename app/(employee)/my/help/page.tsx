import { getTranslations } from 'next-intl/server'
import { openCase } from '@/app/(employee)/my/actions'
import { Help } from '@/components/help/help'
import { pageActor } from '@/lib/auth/actor'
import { findOwnCase } from '@/lib/queries/own-case'

export async function generateMetadata() {
  const t = await getTranslations('help')
  return { title: t('title') }
}

export default async function HelpPage() {
  const actor = await pageActor('/my/help')
  return <Help opened={await findOwnCase(actor)} openCase={openCase} />
}
