import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/swap/method-name'
import { NameLaterForm } from '@/components/swap/name-later-form'
import type { ShownFields } from '@/components/swap/step-props'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import type { MySwapView } from '@/lib/queries/my-swap'
import type { FormAction } from '@/lib/web/answer'

/** What Microsoft shows as new, by the name Microsoft shows: is this the new phone? Seen, and nothing more yet. */
export function SeenPhone({ swap, shown, nameLater }: Props) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const named = swap.entries.filter(({ id, owner }) => id === swap.newMethodId && owner === 'new_phone')
  return (
    <>
      {named.map((phone) => (
        <Notice key={phone.id} tone="note" announce title={t('seenPhone')}>
          <p>{nameOf(phone)}</p>
          <p>{t('seenPhoneHint')}</p>
        </Notice>
      ))}
      {swap.appeared.map((phone) => {
        const odd = isOdd(phone.name, swap.said.newPlatform)
        return (
          <Notice
            key={phone.id}
            tone={odd ? 'wait' : 'note'}
            announce
            title={t(odd ? 'seenOdd' : 'seenPhone')}
          >
            <p>{t('seenPhoneName', { name: nameOf(phone) })}</p>
            <p>{t('seenPhoneHint')}</p>
            <Details summary={t('notNewPhone')} open={odd}>
              <NameLaterForm methodId={phone.id} shown={shown} nameLater={nameLater} />
            </Details>
          </Notice>
        )
      })}
    </>
  )
}

/** A name that hardly belongs to the phone they move to: an iPad, or the other platform's. */
function isOdd(name: string | null, platform: string | null): boolean {
  const looks = /iPad/i.test(name ?? '') ? 'tablet' : /iPhone/i.test(name ?? '') ? 'ios' : null
  return looks === 'tablet' || (looks === 'ios' && platform === 'android')
}

type Props = { swap: MySwapView; shown: ShownFields; nameLater: FormAction }
