import { getTranslations } from 'next-intl/server'
import { SignedOutShell } from '@/components/shell/signed-out-shell'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { readPreferences } from '@/lib/web/preferences'

export default async function NotFound() {
  const t = await getTranslations('fault')
  const { theme } = await readPreferences()

  return (
    <SignedOutShell theme={theme}>
      <PageHeader title={t('notFoundTitle')} lead={t('notFoundBody')} />
      <LinkButton href="/" variant="primary">
        {t('start')}
      </LinkButton>
    </SignedOutShell>
  )
}
