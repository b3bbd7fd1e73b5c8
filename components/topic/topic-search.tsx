import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'

/** Finds what a phone shows, by its words. A plain GET form: it needs no script, leads to what it found, and an answer can be sent to somebody. */
export function TopicSearch({ action, typed }: { action: '/my/help' | '/locked-out'; typed: string }) {
  const t = useTranslations('topic')
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet in all supported browsers
    <form
      action={`${action}#results`}
      role="search"
      aria-label={t('searchTitle')}
      className="flex flex-col gap-3 print:hidden"
    >
      <TextInput
        label={t('searchLabel')}
        hint={t('searchHint')}
        name="q"
        id="topic-search"
        type="search"
        defaultValue={typed}
        autoComplete="off"
        maxLength={300}
      />
      <Button type="submit" variant="primary" wide>
        <Icon of={Search} />
        {t('searchButton')}
      </Button>
    </form>
  )
}
