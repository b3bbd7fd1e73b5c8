import { useTranslations } from 'next-intl'
import { KitBox } from '@/components/kit/kit-box'
import { KitDone } from '@/components/kit/kit-done'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { MyKitView } from '@/lib/queries/my-kit'
import type { FormAction } from '@/lib/web/answer'

/** How one gets back into one's own accounts: kept by oneself, and nobody else. */
export function Kit({ owner, kit, attestKit }: { owner: string; kit: MyKitView; attestKit: FormAction }) {
  const t = useTranslations('kit')
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-3">
        <h1 className="text-2xl">{t('title')}</h1>
        <p>{t('lead')}</p>
        <Notice title={t('yours')}>
          <ul className="list-disc pl-5">
            <li>{t('yours1')}</li>
            <li>{t('yours2')}</li>
            <li>{t('yours3')}</li>
          </ul>
        </Notice>
        <p className="font-semibold">{t('never')}</p>
      </header>
      <Messages namespaces={['kit']}>
        <KitBox owner={owner} />
      </Messages>
      <p>
        <TextLink href="/my/kit/sheet">{t('blank')}</TextLink>
      </p>
      <KitDone kit={kit} attestKit={attestKit} />
    </div>
  )
}
