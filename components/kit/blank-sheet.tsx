import { useTranslations } from 'next-intl'
import { KitSheet } from '@/components/kit/kit-sheet'
import { TextLink } from '@/components/ui/text-link'

/** The list to fill in by hand: for paper, and for browsers without script. */
export function BlankSheet() {
  const t = useTranslations('kit')
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">{t('sheetTitle')}</h1>
      <p className="print:hidden">{t('blankHow')}</p>
      <p className="print:hidden">
        <TextLink href="/my/kit">{t('back')}</TextLink>
      </p>
      <KitSheet entries={null} />
    </div>
  )
}
