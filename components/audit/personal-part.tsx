import { useTranslations } from 'next-intl'
import { Known } from '@/components/truth/known'
import { KeyValues } from '@/components/ui/key-values'
import { Panel } from '@/components/ui/panel'
import type { PersonalPart as Part } from '@/lib/queries/audit-event'

/** What a leaf only commits to, and whether what is stored now is what was committed to. */
export function PersonalPart({ part }: { part: Part }) {
  const t = useTranslations('audit')
  return (
    <Panel title={t('personal')} aside={<Verdict part={part} />}>
      <p className="max-w-prose text-ink-soft text-sm">{t(`personal_${part.state}`)}</p>
      {'entries' in part && (
        <KeyValues
          items={[
            ...part.entries.map(({ name, value }) => ({
              key: name,
              label: name,
              value: value ?? <span className="text-ink-soft">{t('nothingSaid')}</span>,
            })),
            { key: 'salt', label: t('salt'), value: <Hash>{part.salt}</Hash> },
            { key: 'commitment', label: t('field.piiCommit'), value: <Hash>{part.commitment}</Hash> },
            { key: 'computed', label: t('computed'), value: <Hash>{part.computed}</Hash> },
          ]}
        />
      )}
    </Panel>
  )
}

function Verdict({ part }: { part: Part }) {
  const t = useTranslations('audit')
  if (part.state === 'none' || part.state === 'erased') return null
  const word = part.state === 'proved' ? t('matches') : t('mismatch')
  return (
    <Known how={part.state} evidence={{ source: t('about.piiCommit') }}>
      {word}
    </Known>
  )
}

function Hash({ children }: { children: string }) {
  return <code className="break-all text-ink-soft text-sm">{children}</code>
}
