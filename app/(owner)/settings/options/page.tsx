import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { changeSettingAction, testDeskMailboxAction } from '@/app/(owner)/settings/actions'
import { Options } from '@/components/settings/options'
import { pageActor } from '@/lib/auth/actor'
import { getSettings } from '@/lib/queries/settings'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.options')
  return { title: t('title') }
}

export default async function OptionsPage() {
  const actor = await pageActor('/settings/options')
  const view = await show(getSettings(actor))

  return <Options view={view} changeSetting={changeSettingAction} testDeskMailbox={testDeskMailboxAction} />
}
