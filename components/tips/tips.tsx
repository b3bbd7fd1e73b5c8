import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'

const sections = {
  qr: ['shots', 'passwords', 'must', 'seen', 'here'],
  you: ['reference', 'each', 'backup', 'microsoft', 'codes', 'device'],
  family: ['own', 'share', 'contact', 'handDown', 'paper'],
  apart: ['address', 'phone', 'backups'],
} as const

/** Advice for private accounts and the family. It is about nobody, asks for nothing and leaves no trace. */
export function Tips() {
  const t = useTranslations('tips')
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-3">
        <h1 className="text-2xl">{t('title')}</h1>
        <Notice title={t('private')}>{t('privateHint')}</Notice>
      </header>
      <TipList name="qr" tips={sections.qr.map((tip) => t(`qr_${tip}`))} />
      <TipList name="you" tips={sections.you.map((tip) => t(`you_${tip}`))} />
      <TipList name="family" tips={sections.family.map((tip) => t(`family_${tip}`))} />
      <TipList name="apart" tips={sections.apart.map((tip) => t(`apart_${tip}`))} />
      <p className="flex flex-col gap-2">
        <TextLink href="/my/kit">{t('kit')}</TextLink>
        <TextLink href="/my/other-apps">{t('apps')}</TextLink>
      </p>
    </div>
  )
}

function TipList({ name, tips }: { name: keyof typeof sections; tips: string[] }) {
  const t = useTranslations('tips')
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg">{t(name)}</h2>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </section>
  )
}
